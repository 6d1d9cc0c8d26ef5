import { BeliefMark, LimitMark, TargetMark, TruthMark } from '../marks.tsx';
import { naturalWidth, type Laid, type Piece, type Room } from './piece.tsx';
import { ascent, cutToWidth, leading, textWidth, toBaseline, wrapped } from './type.ts';

const marks = { truth: TruthMark, belief: BeliefMark, target: TargetMark, limit: LimitMark } as const;

export type Mark = keyof typeof marks;

/** The colours of words, by what they mean. */
export type Tone = 'ink' | 'paper' | 'quiet' | 'accent' | 'warn' | 'truth' | 'belief' | 'plus' | 'minus';

export interface TextStyle {
  readonly strong?: boolean;
  /**
   * How many times the size of type it is; 1 unless given. Below its last baseline there is no more room than
   * below ordinary words, so that both stand on one line where their lower edges do.
   */
  readonly times?: number;
  readonly tone?: Tone;
  /** Where it stands in its room. */
  readonly align?: 'start' | 'middle' | 'end';
  /** The sign before it; `room` keeps the place of one. */
  readonly mark?: Mark | 'room' | undefined;
  /** The sign before the words above it, below which it begins as far in as they do. */
  readonly under?: Mark;
  /** Lines that it may break into; what is left is cut with an ellipsis. As many as it needs unless given. */
  readonly lines?: number;
  /** Being cut is no fault: a name of any length. */
  readonly mayBeCut?: boolean;
  readonly underline?: boolean;
}

/** Pixels that a mark takes with the space after it: a dot is narrower than a ring. */
const markRoom = (mark: Mark | 'room'): number => (mark === 'belief' ? 10 : 14);

const anchors = { start: 0, middle: 0.5, end: 1 } as const;

/** Words on as many lines as they need, broken by the advances of the shipped font. */
export const text =
  (content: string, style: TextStyle = {}): Piece =>
  ({ width, size: ordinary }: Room): Laid => {
    const {
      strong = false,
      times = 1,
      tone = strong ? 'ink' : 'quiet',
      align = 'start',
      underline = false,
    } = style;
    const { mark, under = mark } = style;
    const size = times * ordinary;
    const weight = strong ? 600 : 400;
    const indent = under === undefined ? 0 : markRoom(under);
    const room = (width - indent) / size;
    const lines =
      style.lines === 1
        ? [cutToWidth(content, room, weight)]
        : wrapped(content, room, weight, style.lines ?? Infinity);
    // A single word may be wider than its room.
    const broken = style.mayBeCut === true ? lines.map((line) => cutToWidth(line, room, weight)) : lines;
    const widest = indent + size * Math.max(0, ...broken.map((line) => textWidth(line, weight)));
    const Sign = mark === undefined || mark === 'room' ? undefined : marks[mark];
    const full = align === 'start' || width === Infinity ? widest : Math.max(width, widest);
    const x = indent + anchors[align] * (full - indent);
    return {
      kind: 'text',
      width: full,
      height: leading * size * broken.length - (leading - ascent) * (size - ordinary),
      text: broken.join(' / '),
      cut: style.mayBeCut !== true && broken.join(' ') !== content,
      marks: (
        <g
          font-size={size}
          fill={`var(--${tone})`}
          {...(strong && { 'font-weight': 600 })}
          {...(align !== 'start' && { 'text-anchor': align })}
          {...(underline && { 'text-decoration': 'underline' })}
        >
          {Sign === undefined ? null : (
            <Sign x={mark === 'belief' ? 3 : 5} y={(ascent - toBaseline) * size} />
          )}
          {broken.map((line, i) => (
            <text key={i} x={x} y={(ascent + leading * i) * size}>
              {line}
            </text>
          ))}
        </g>
      ),
    };
  };

/** Words that head a part of a drawing. */
export const heading = (content: string, style: TextStyle = {}): Piece =>
  text(content, { strong: true, ...style });

/** What a net says: in bold, underlined and in the colour of warnings where it is fooled. */
export const reply = (content: string, fooled: boolean, style: TextStyle = {}): Piece =>
  text(content, { ...style, ...(fooled && { strong: true, tone: 'warn', underline: true }) });

/** The first of several ways to say it that fits on one line; the last where none does. */
export const fitting =
  (ways: readonly string[], style: TextStyle = {}): Piece =>
  (room) => {
    const way = ways.find((content) => naturalWidth(text(content, style), room) <= room.width + 0.01);
    return text(way ?? ways.at(-1) ?? '', style)(room);
  };
