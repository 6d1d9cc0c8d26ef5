import { bare } from '../kit/drawing/belief-bars.tsx';
import type { Attacked, EnsembleFrame } from './frame.ts';
import type { EnsembleState } from './params.ts';
import { membersOf, surely } from './words.ts';

interface TableProps {
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly state: EnsembleState;
  readonly frame: EnsembleFrame;
  readonly attacked: Attacked;
}

/** What each member and then all together said of the chosen digit, and say now. */
export const WhoSays = ({ y, width, size, state, frame, attacked }: TableProps) => {
  const n = frame.labels.length;
  const label = frame.labels[state.digit];
  const rows = [...membersOf(state).map(({ short }) => short), ...(state.nets > 1 ? ['together'] : [])];
  const pitch = 1.5 * size;
  const said = (says: Uint8Array, sure: Float32Array, m: number): string => {
    const at = m * n + state.digit;
    const common = m === state.nets;
    const votes = common && state.answer === 'vote';
    return `${says[at] ?? 0}, ${votes ? surely(state, sure[at] ?? 0) : `${bare(sure[at] ?? 0)}\u00a0%`}`;
  };
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      <text x={0} y={y + size} font-weight={600}>
        who says what
      </text>
      <text x={width - 7 * size} y={y + size} text-anchor="end" fill="var(--quiet)">
        before
      </text>
      <text x={width} y={y + size} text-anchor="end">
        attacked
      </text>
      {rows.map((name, m) => {
        const baseline = y + size + (m + 1) * pitch;
        const common = m === state.nets;
        const fooled = attacked.says[m * n + state.digit] !== label;
        return (
          <g key={name}>
            {common ? <path d={`M0 ${baseline - 1.15 * size}H${width}`} stroke="var(--edge)" /> : null}
            <text x={0} y={baseline} font-weight={common ? 600 : 400}>
              {name}
            </text>
            <text x={width - 7 * size} y={baseline} text-anchor="end" fill="var(--quiet)">
              {said(frame.before.says, frame.before.sure, m)}
            </text>
            <text
              x={width}
              y={baseline}
              text-anchor="end"
              fill={fooled ? 'var(--warn)' : 'var(--ink)'}
              font-weight={fooled ? 700 : 400}
              {...(fooled && { 'text-decoration': 'underline' })}
            >
              {said(attacked.says, attacked.sure, m)}
            </text>
          </g>
        );
      })}
    </g>
  );
};
