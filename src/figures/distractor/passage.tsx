import { textOf } from '../../lab/reading/words.ts';
import type { Piece } from '../kit/drawing/pieces.ts';
import type { DistractorFrame, Said } from './frame.ts';
import { flow, type Placed } from './flow.ts';

/** Lines of a passage stand apart, so that frames and lines fit between them. */
const leading = 1.75;

/** Size of its words on any page: they are what the figure shows, as a picture is elsewhere. */
const size = 14;

/** Words of the passage, and below them those of the added sentence, further in. */
const placed = ({ words, length }: DistractorFrame, added: boolean, width: number) => {
  const own = flow(words.slice(0, length), width, size, 0, 0);
  const lines = (own.at(-1)?.line ?? 0) + 1;
  const indent = 1.2 * size;
  const more = added ? flow(words.slice(length), width - indent, size, lines, length) : [];
  return { own, more: more.map((one) => ({ ...one, x: one.x + indent })) };
};

const within = (
  { place }: Placed,
  { start, end }: { readonly start: number; readonly end: number },
): boolean => place >= start && place <= end;

const drawn = (frame: DistractorFrame, said: Said, { own, more }: ReturnType<typeof placed>) => {
  const all = [...own, ...more];
  const strange = new Set(frame.strange);
  const base = ({ line }: Placed): number => (line + 0.78) * leading * size - 0.2 * size;
  // A frame or line per row of text that the span runs over.
  const runs = (span: { readonly start: number; readonly end: number }) => {
    const lines = new Map<number, { left: number; right: number; base: number }>();
    for (const one of all.filter((each) => within(each, span))) {
      const old = lines.get(one.line);
      lines.set(one.line, { left: old?.left ?? one.x, right: one.x + one.width, base: base(one) });
    }
    return [...lines.values()];
  };
  // A mark right after the answer stands inside its frame, not under its edge.
  const mark = all.find(({ place, word }) => place === said.answer.end + 1 && /^[.,;:!?]$/.test(word));
  const framed = { start: said.answer.start, end: mark?.place ?? said.answer.end };
  const [first] = more;
  return (
    <g font-size={size}>
      {all.map((one) => {
        const heat = (said.heat[one.place] ?? 0) / 255;
        return heat < 0.01 ? null : (
          <rect
            key={one.place}
            x={one.x - 1.5}
            y={base(one) - 1.02 * size}
            width={one.width + 3}
            height={1.38 * size}
            fill="var(--belief)"
            fill-opacity={Math.round(40 * heat) / 100}
          />
        );
      })}
      {runs(frame.truth).map(({ left, right, base: foot }) => (
        <path
          key={`truth ${foot}`}
          d={`M${left} ${foot + 5}H${right}`}
          stroke="var(--truth)"
          stroke-width={2.5}
        />
      ))}
      {runs(framed).map(({ left, right, base: foot }) => (
        <rect
          key={`belief ${foot}`}
          x={left - 2.5}
          y={foot - 1.1 * size}
          width={right - left + 5}
          height={1.6 * size}
          rx={2}
          fill="none"
          stroke="var(--belief)"
          stroke-width={1.75}
        />
      ))}
      {all.map((one) => (
        <text
          key={one.place}
          x={one.x}
          y={base(one)}
          // Digits are of one width or of many, as the page has it: marks after a number stand right in
          // either.
          {...(/^\d{2,}$/.test(one.word) && { textLength: one.width })}
        >
          {one.word}
        </text>
      ))}
      {all.map((one) =>
        strange.has(one.place) ? (
          <path
            key={`strange ${one.place}`}
            d={`M${one.x} ${base(one) + 2.5}h${one.width}`}
            stroke="var(--quiet)"
            stroke-width={1.25}
            stroke-dasharray="1.5 2"
          />
        ) : null,
      )}
      {first === undefined ? null : (
        <path
          d={`M3 ${base(first) - size}V${base(more.at(-1) ?? first) + 4}`}
          stroke="var(--plus)"
          stroke-width={3}
        />
      )}
    </g>
  );
};

/**
 * A passage, with or without the added sentence, whose words are shaded by how surely the net means them; the
 * right answer is underlined, the net's framed.
 */
export const passage =
  (frame: DistractorFrame, said: Said, added: boolean): Piece =>
  ({ width }) => {
    const words = placed(frame, added, width);
    const { own, more } = words;
    const lines = ((more.at(-1) ?? own.at(-1))?.line ?? 0) + 1;
    return {
      kind: 'passage',
      width,
      height: leading * size * lines,
      text: textOf(frame.words.slice(0, own.length + more.length)),
      marks: drawn(frame, said, words),
    };
  };
