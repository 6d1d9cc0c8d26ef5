import { withArticle } from '../kit/words/grammar.ts';
import { bare, BeliefMark } from '../kit/drawing/belief-bars.tsx';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { noDigit, type FoolingClassFrame } from './frame.ts';
import { lastRound, type FoolingClassState } from './params.ts';

interface GalleryProps {
  readonly columns: number;
  readonly pitch: number;
  readonly size: number;
  readonly state: FoolingClassState;
  readonly frame: FoolingClassFrame;
}

const picture = 56;
const pixels = 784;

const rowHeight = (size: number): number => picture + 4.7 * size;

/** Height of the ten pictures with their words and the heading. */
export const galleryHeight = (columns: number, size: number): number =>
  (columns < 10 ? 4.9 : 3.4) * size + Math.ceil(10 / columns) * rowHeight(size);

/** The ten pictures: what each was evolved for and how sure the attacked net is of it, and under that what the next net says. */
export const Gallery = ({ columns, pitch, size, state, frame }: GalleryProps) => {
  const { round } = state;
  const last = round === lastRound;
  const top = (columns < 10 ? 4.9 : 3.4) * size;
  const second = last ? 'there is no round 6' : `second line: what round ${round + 1} says of them`;
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      <text x={0} y={size} font-weight={600}>
        evolved against the net of round {round}
      </text>
      <g fill="var(--quiet)">
        <text x={0} y={2.5 * size}>
          first line: how sure it is, %, of the digit{columns < 10 ? '' : ` above; ${second}`}
        </text>
        {columns < 10 ? (
          <text x={0} y={3.95 * size}>
            {second}
          </text>
        ) : null}
      </g>
      {Array.from(frame.sure, (sure, digit) => {
        const x = (digit % columns) * pitch;
        const y = top + Math.floor(digit / columns) * rowHeight(size);
        const says = frame.nextSays[digit];
        const fooled = says !== undefined && says !== noDigit;
        return (
          <g key={digit}>
            <text x={x} y={y + size} fill="var(--quiet)">
              for {digit}
            </text>
            <Pixels
              pixels={frame.pictures.subarray(digit * pixels, (digit + 1) * pixels)}
              width={28}
              height={28}
              x={x}
              y={y + 1.4 * size}
              size={picture}
            />
            <BeliefMark x={x + 3} y={y + 2.34 * size + picture} />
            <text x={x + 9} y={y + 2.7 * size + picture} font-weight={600}>
              {bare(sure)}
            </text>
            {says === undefined ? null : (
              <text x={x + 9} y={y + 4 * size + picture} fill={fooled ? 'var(--ink)' : 'var(--quiet)'}>
                {fooled ? withArticle(String(says)) : 'no digit'}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
};
