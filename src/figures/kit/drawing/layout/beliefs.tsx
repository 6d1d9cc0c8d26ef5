import { BeliefBars, beliefBarsHeight, type BeliefBarsProps } from '../belief-bars.tsx';
import type { Piece } from './piece.tsx';

/** What a net believes, before and now: a row for each class, as `BeliefBars` draws them. */
export const beliefs =
  (spec: Omit<BeliefBarsProps, 'x' | 'y' | 'width' | 'size' | 'pitch'>): Piece =>
  ({ width, size, short }) => {
    const pitch = (1.38 - 0.06 * Math.min(3, short)) * size;
    const rows = spec.rows?.length ?? spec.after.length;
    return {
      kind: 'beliefs',
      width,
      height: size + beliefBarsHeight(rows, pitch, size),
      marks: <BeliefBars {...spec} x={0} y={size} width={width} size={size} pitch={pitch} />,
    };
  };
