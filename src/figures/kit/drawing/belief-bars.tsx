import { scaleLinear } from 'd3';
import { argmax } from '../../../lab/vec.ts';
import { cutToWidth, textWidth, toBaseline } from './layout/type.ts';
import { BeliefMark, TargetMark, TruthMark, type At } from './marks.tsx';
import { bareAmong, percent } from '../words/format.ts';

export { BeliefMark, TargetMark, TruthMark } from './marks.tsx';

export interface BeliefBarsProps extends At {
  readonly width: number;
  /** One probability per class, in the order of the classes. */
  readonly before: ArrayLike<number>;
  readonly after: ArrayLike<number>;
  /** The class a person sees, if one has said so. */
  readonly truth?: number | undefined;
  /** The class that is wanted, if one is. */
  readonly target?: number | undefined;
  /** Classes whose numbers are printed however small they are. */
  readonly always?: readonly number[];
  /** Names of the classes; their numbers if not given. */
  readonly names?: readonly string[];
  /**
   * The classes that are shown, from the top down, at least those that are marked; all in their order if not
   * given.
   */
  readonly rows?: readonly number[];
  /** Width kept for the names, in units of their size; names that are longer are cut. */
  readonly nameRoom?: number;
  /** What the ring means. */
  readonly truthText?: string;
  /** Height of a row and size of its text. */
  readonly pitch: number;
  readonly size: number;
}

/** Below this a probability is a bar too short to see, and its number would only be noise. */
const printed = 0.0005;

/**
 * A probability in percent with at most four nines or three decimals, so that a column can hold it: '97.9',
 * '> 99.99'.
 */
export const bare = (probability: number): string => {
  if (1 - probability < 1.5e-5) return '>\u00a099.99';
  if (probability < 1e-5) return '<\u00a00.001';
  return percent(probability).replace(/\s%$/u, '');
};

/** A probability as `bare` writes it, with its unit, for a sentence: '97.9 %', 'more than 99.99 %'. */
export const inSentence = (text: string): string =>
  `${text}\u00a0%`.replace(/^>\s/u, 'more than ').replace(/^<\s/u, 'less than ');

/** Height of the bars below their head, with the key of their marks. */
export const beliefBarsHeight = (rows: number, pitch: number, size: number): number =>
  8 + rows * pitch + 1.6 * size;

interface KeyProps extends At {
  readonly size: number;
  readonly truthText: string;
  readonly truth: boolean;
  readonly target: boolean;
}

/** What the three marks mean; of those that are there. */
const Key = ({ x, y, size, truth, truthText, target }: KeyProps) => {
  const items = [
    ...(truth ? [{ Mark: TruthMark, text: truthText }] : []),
    { Mark: BeliefMark, text: 'net says' },
    ...(target ? [{ Mark: TargetMark, text: 'target' }] : []),
  ];
  return (
    <g fill="var(--quiet)">
      {items.map(({ Mark, text }, i) => {
        const start = x + size * items.slice(0, i).reduce((sum, item) => sum + textWidth(item.text) + 2, 0);
        return (
          <g key={text}>
            <Mark x={start + 5} y={y - toBaseline * size} />
            <text x={start + 15} y={y}>
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
};

/**
 * What a net believes: one row per class, always in the same place; a solid bar is what it believes now, an
 * upright stroke what it believed before, on one scale from 0 to 100 %, and beside them both numbers. A ring
 * marks what a person says, a dot what the net says now, a triangle what is wanted. The head stands on `y`;
 * the key ends `beliefBarsHeight` below it.
 */
export const BeliefBars = (props: BeliefBarsProps) => {
  const {
    x,
    y,
    width,
    before,
    after,
    truth,
    target,
    always = [],
    names,
    pitch,
    size,
    truthText = 'drawn',
  } = props;
  const rows = props.rows ?? Array.from(after, (_, i) => i);
  const nameRoom =
    props.nameRoom ?? Math.max(0.7, ...rows.map((i) => textWidth(names?.[i] ?? '', 600) + 0.2));
  const belief = argmax(after);
  const marked = [truth, target].filter((row) => row !== undefined);
  const numbered = new Set([...always, ...marked, argmax(before), belief]);
  const right = x + width;
  // Each column of numbers has room for the widest, > 99.99.
  const written = bareAmong(
    rows.flatMap((i) => [before[i] ?? 0, after[i] ?? 0]),
    2,
  );
  const middleRight = right - 4.4 * size;
  const left = x + (1.6 + nameRoom) * size;
  const length = scaleLinear([0, 1], [0, middleRight - 4.3 * size - left]).clamp(true);
  const bottom = y + 8 + rows.length * pitch;
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      <text x={x} y={y} font-weight={600} fill="var(--ink)">
        belief, %
      </text>
      <g text-anchor="end">
        <path d={`M${middleRight - 3.7 * size} ${y - 10.5}v12`} stroke="var(--quiet)" stroke-width={1.5} />
        <text x={middleRight} y={y} fill="var(--quiet)">
          before
        </text>
        <rect x={right - 3.45 * size} y={y - 8} width={11} height={6} fill="var(--belief)" />
        <text x={right} y={y} fill="var(--ink)">
          now
        </text>
      </g>
      <path d={`M${left + length(1)} ${y + 8}V${bottom}`} stroke="var(--rule)" />
      {rows.map((i, place) => {
        const middle = y + 8 + (place + 0.5) * pitch;
        const baseline = middle + toBaseline * size;
        const [old, now] = [before[i] ?? 0, after[i] ?? 0];
        const strong = i === belief || i === truth || i === target;
        return (
          <g key={i} fill={strong ? 'var(--ink)' : 'var(--quiet)'} text-anchor="end">
            {i === target ? <TargetMark x={x + 5} y={middle} /> : null}
            {i === truth ? <TruthMark x={x + 5} y={middle} /> : null}
            {i === belief ? <BeliefMark x={x + 5} y={middle} /> : null}
            <text x={left - 0.5 * size} y={baseline} font-weight={strong ? 600 : 400}>
              {names === undefined ? i : cutToWidth(names[i] ?? String(i), nameRoom, strong ? 600 : 400)}
            </text>
            <rect x={left} y={middle - 3} width={length(now)} height={6} fill="var(--belief)" />
            {length(old) < 1 ? null : (
              <path d={`M${left + length(old)} ${middle - 6}v12`} stroke="var(--quiet)" stroke-width={1.5} />
            )}
            {Math.max(now, old) < printed && !numbered.has(i) ? null : (
              <>
                <text x={middleRight} y={baseline} fill="var(--quiet)">
                  {written(old)}
                </text>
                <text x={right} y={baseline} font-weight={i === belief ? 600 : 400}>
                  {written(now)}
                </text>
              </>
            )}
          </g>
        );
      })}
      <path d={`M${left} ${y + 8}V${bottom}`} stroke="var(--edge)" />
      <Key
        x={x}
        y={bottom + 1.45 * size}
        size={size}
        truth={truth !== undefined}
        truthText={truthText}
        target={target !== undefined}
      />
    </g>
  );
};
