import type { Description, View, ViewProps } from '../../contract/figure.ts';
import { Svg } from '../svg.tsx';
import { Drawn, fitted } from './piece.tsx';

export type { Description };

/** Widths in pixels of the two drawings that a page holds before it is alive: one for each kind of screen. */
export const stillWidths = { wide: 726, narrow: 346 } as const;

/** Room left and right of a drawing for strokes that reach over an edge. */
const air = 3;

/** The view of a figure by one description for all widths. */
export const drawnBy = <State, Frame>(describe: View<State, Frame>): View<State, Frame> => describe;

export interface DrawingProps<State, Frame> extends ViewProps<State, Frame> {
  readonly view: View<State, Frame>;
  /** How wide the drawing is, in pixels at which it is shown: 280 to 1,200. */
  readonly width: number;
  /** How high it may be: it leaves out what may go first. As high as it likes if not given. */
  readonly height?: number | undefined;
}

/** A frame drawn as one <svg>. */
export const Drawing = <State, Frame>({ view, width, height, ...props }: DrawingProps<State, Frame>) => {
  const { title, content } = view(props);
  const room = width - 2 * air;
  const laid = fitted(content, room, height === undefined ? undefined : height - 2 * air);
  return (
    <Svg id={props.id} width={room} height={laid.height} air={air} title={title}>
      <Drawn laid={laid} />
    </Svg>
  );
};
