import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { AnyState, AnyView, ViewProps } from '../contract/figure.ts';

/** The view of a frame as an SVG document of its own; colours stay `var(--token)`. */
export const drawing = (view: AnyView, props: ViewProps<AnyState, unknown>): string =>
  renderToString(h(view, props))
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    // An empty path comes out as HTML's bare `d`, which is no XML.
    .replaceAll('<path d ', '<path d="" ');
