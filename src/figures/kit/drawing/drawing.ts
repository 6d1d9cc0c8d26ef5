import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { View, ViewProps } from '../contract/figure.ts';
import { Drawing, type DrawingProps } from './layout/view.tsx';

/** A frame drawn as an SVG document of its own; colours stay `var(--token)`. */
export const drawing = <State, Frame>(
  view: View<State, Frame>,
  props: Omit<DrawingProps<State, Frame>, 'view'>,
): string =>
  renderToString(h(Drawing<State, Frame>, { view, ...props }))
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    // An empty path comes out as HTML's bare `d`, which is no XML.
    .replaceAll('<path d ', '<path d="" ');

/** Widths that are tried where a drawing is scaled into a room: the wider, the smaller its type. */
const triedWidths = [460, 540, 620, 720, 840, 960] as const;

/** Width and height of an SVG document by its viewBox. */
const sizeOf = (svg: string): readonly [width: number, height: number] => {
  const [, width, height] = /viewBox="\S+ \S+ (\S+) (\S+)"/.exec(svg) ?? [];
  return [Number(width), Number(height)];
};

/** The drawing that is largest when it is scaled into a room of that shape: a card, a thumbnail. */
export const drawingIn = <State, Frame>(
  view: View<State, Frame>,
  props: ViewProps<State, Frame>,
  room: { readonly width: number; readonly height: number },
): string => {
  let best = { svg: '', scale: 0 };
  for (const width of triedWidths) {
    const most = (width * room.height) / room.width;
    const svg = drawing(view, { ...props, width, height: most });
    const [wide, high] = sizeOf(svg);
    const scale = Math.min(room.width / wide, room.height / high);
    if (scale > best.scale) best = { svg, scale };
    if (high <= most) break;
  }
  return best.svg;
};
