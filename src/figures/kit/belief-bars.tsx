import { scaleLinear } from 'd3';
import { argmax } from '../../lab/vec.ts';
import { percent } from './format.ts';

interface At {
  readonly x: number;
  readonly y: number;
}

/** The sign of what a person says: an open ring. */
export const TruthMark = ({ x, y }: At) => (
  <circle cx={x} cy={y} r={4.5} fill="none" stroke="var(--truth)" stroke-width={1.75} />
);

/** The sign of what the net says: a dot, small enough to stand inside the ring where both say the same. */
export const BeliefMark = ({ x, y }: At) => <circle cx={x} cy={y} r={2.75} fill="var(--belief)" />;

export interface BeliefBarsProps extends At {
  readonly width: number;
  /** One probability per class, in the order of the classes. */
  readonly before: ArrayLike<number>;
  readonly after: ArrayLike<number>;
  /** The class a person sees, if one has said so. */
  readonly truth?: number | undefined;
  /** Classes whose numbers are printed however small they are. */
  readonly always?: readonly number[];
  /** Names of the classes; their numbers if not given. */
  readonly names?: readonly string[];
  /** Height of a row and size of its text. */
  readonly pitch: number;
  readonly size: number;
}

/** Below this a probability is a bar too short to see, and its number would only be noise. */
const printed = 0.0005;

const bare = (probability: number): string => percent(probability).replace(/\s%$/u, '');

/**
 * What a net believes, before and after: one row per class, always in the same place; hollow bars before, solid ones
 * now, on one scale from 0 to 100 %. A ring marks what a person says and a dot what the net says now.
 * The head stands on `y`; ten rows end 10 × pitch + 8 below it.
 */
export const BeliefBars = ({ x, y, width, before, after, truth, always = [], names, pitch, size }: BeliefBarsProps) => {
  const belief = argmax(after);
  const numbered = new Set([...always, ...(truth === undefined ? [] : [truth]), argmax(before), belief]);
  const right = x + width;
  // Room for the widest number, > 99.99999.
  const left = x + 2.3 * size;
  const length = scaleLinear([0, 1], [0, right - 5.8 * size - left]).clamp(true);
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      <text x={x} y={y} font-weight={600} fill="var(--ink)">
        belief, %
      </text>
      <g fill="var(--quiet)" text-anchor="end">
        <rect x={right - 9.1 * size} y={y - 9} width={11} height={8} fill="none" stroke="var(--belief)" />
        <text x={right - 4.7 * size} y={y}>
          before
        </text>
        <rect x={right - 3.35 * size} y={y - 8} width={11} height={6} fill="var(--belief)" />
        <text x={right} y={y}>
          now
        </text>
      </g>
      <path d={`M${left + length(1)} ${y + 8}v${after.length * pitch}`} stroke="var(--rule)" />
      {Array.from(after, (now, i) => {
        const middle = y + 8 + (i + 0.5) * pitch;
        const baseline = middle + 0.36 * size;
        const old = length(before[i] ?? 0);
        return (
          <g key={i} fill={i === belief || i === truth ? 'var(--ink)' : 'var(--quiet)'}>
            {i === truth ? <TruthMark x={x + 5} y={middle} /> : null}
            {i === belief ? <BeliefMark x={x + 5} y={middle} /> : null}
            <text
              x={left - 0.5 * size}
              y={baseline}
              text-anchor="end"
              font-weight={i === belief || i === truth ? 600 : 400}
            >
              {names?.[i] ?? i}
            </text>
            <rect x={left} y={middle - 3} width={length(now)} height={6} fill="var(--belief)" />
            {old < 1 ? null : (
              <rect x={left} y={middle - 5.5} width={old} height={11} fill="none" stroke="var(--belief)" />
            )}
            {now < printed && !numbered.has(i) ? null : (
              <text x={right} y={baseline} text-anchor="end" font-weight={i === belief ? 600 : 400}>
                {bare(now)}
              </text>
            )}
          </g>
        );
      })}
      <path d={`M${left} ${y + 8}v${after.length * pitch}`} stroke="var(--edge)" />
    </g>
  );
};
