import type { View, ViewProps } from '../../contract/figure.ts';
import { Svg } from '../svg.tsx';
import { Drawn, fitted, type Laid, type Piece } from './piece.tsx';

/** What a figure draws of a frame, at any width. */
export interface Description {
  /** What the drawing shows, in words: its accessible name. */
  readonly title: string;
  readonly content: Piece;
}

type Describe<State, Frame> = (props: Pick<ViewProps<State, Frame>, 'state' | 'frame' | 'id'>) => Description;

/** Room left and right of a drawing for strokes that reach over an edge. */
const air = 3;

/** A view that remembers what it is made of, so that its layout can be looked at. */
export interface DescribedView<State, Frame> extends View<State, Frame> {
  layOut(
    props: Pick<ViewProps<State, Frame>, 'state' | 'frame' | 'id'>,
    width: number,
    height?: number,
  ): Laid;
}

/** The view of a figure by one description for all widths. */
export const drawnBy = <State, Frame>(describe: Describe<State, Frame>): DescribedView<State, Frame> => {
  const view: View<State, Frame> = ({ width, height, id, ...rest }) => {
    const { title, content } = describe({ id, ...rest });
    const room = width - 2 * air;
    const laid = fitted(content, room, height === undefined ? undefined : height - 2 * air);
    return (
      <Svg id={id} width={room} height={laid.height} air={air} title={title}>
        <Drawn laid={laid} />
      </Svg>
    );
  };
  return Object.assign(view, {
    layOut: (props: Parameters<Describe<State, Frame>>[0], width: number, height?: number) =>
      fitted(describe(props).content, width, height),
  });
};

/** Whether a view is drawn by a description. */
export const isDescribed = <State, Frame>(view: View<State, Frame>): view is DescribedView<State, Frame> =>
  'layOut' in view;
