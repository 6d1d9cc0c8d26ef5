import { count, decimal } from '../kit/words/format.ts';
import { disagreement, type Frame } from './figure.ts';
import type { Geometry, Scale } from './geometry.ts';
import { moved } from './logistic.ts';
import { Arrow, Big, Label, tone } from './marks.tsx';
import { answer, classOf, short } from './words.ts';

interface Props {
  readonly frame: Frame;
  readonly geometry: Geometry;
}

interface AnswerProps {
  readonly x: number;
  readonly y: number;
  readonly sum: number;
  readonly note: string;
}

const Answer = ({ x, y, sum, note }: AnswerProps) => {
  const label = classOf(sum);
  return (
    <g>
      <Big x={x} y={y} fill={tone(sum)} text={short(sum)} />
      <Label x={x} y={y + 20}>
        {label === null ? 'on the line' : `class ${label}`}
        <tspan fill="var(--quiet)">{`, ${note}`}</tspan>
      </Label>
    </g>
  );
};

/** Where the second answer stands, right of the longest first one. */
const second = 168;

/** How many numbers have been moved. */
const noteOf = (count: number, all: number): string =>
  count === all ? 'all ten nudged' : `${count} of ${all} nudged`;

/** Within this the two computations are the same to six decimals. */
const same = 1e-6;

/** What the model answers, in large figures: untouched and now. */
export const Answers = ({ frame, geometry }: Props) => {
  const { heading, big, net } = geometry.answers;
  const { before, sum, nudged, nudges } = frame;
  const apart = disagreement(frame);
  return (
    <g>
      {heading !== null && (
        <Label x={0} y={heading} fill="var(--quiet)">
          The sigmoid makes the sum a probability
        </Label>
      )}
      <Answer x={0} y={big} sum={before} note="untouched" />
      {nudged > 0 && (
        <>
          <Arrow from={second - 26} to={second - 8} y={big - 10} stroke="var(--quiet)" />
          <Answer x={second} y={big} sum={sum} note={noteOf(moved(nudges, nudged), nudges.length)} />
        </>
      )}
      {apart !== null && (
        <Label x={0} y={net} fill="var(--quiet)">
          {`TensorFlow.js ${apart < same ? 'agrees to six decimals' : 'does not agree to six decimals'}`}
        </Label>
      )}
    </g>
  );
};

/** How many choices of signs flip the answer, in large figures. */
export const Flips = ({ frame, geometry }: Props) => {
  const { heading, big } = geometry.flips;
  const { flips, ties, patterns, before, after, smallest } = frame;
  const flip = flips === 1 ? 'flips the answer' : 'flip the answer';
  const does = before === 0 && smallest !== null ? `lead to class ${classOf(after) ?? 0}` : flip;
  return (
    <g>
      <Label x={0} y={heading} fill="var(--quiet)">
        {`All ${count(patterns)} choices of signs, one square each`}
      </Label>
      <Big x={0} y={big} fill={tone(after)} text={count(flips)} unit={` of ${count(patterns)} ${does}`} />
      {ties > 0 && (
        <Label x={0} y={big + 20} fill="var(--quiet)">
          {`${count(ties)} more end${ties === 1 ? 's' : ''} exactly on the line`}
        </Label>
      )}
    </g>
  );
};

interface StraightProps extends Props {
  readonly step: number;
  readonly scale: Scale;
}

/** What nudges measured by their Euclidean length reach when they go straight along the weights. */
export const Straight = ({ step, frame, geometry, scale }: StraightProps) => {
  const { rows, x, dy, anchor } = geometry.straight;
  const nudges = [
    { text: 'same length, spent along W (L2): ', sum: frame.sameLength },
    { text: `length only ${decimal(step)}, along W (L2): `, sum: frame.shortLength },
  ];
  return (
    <g>
      {nudges.map(({ text, sum }, i) => {
        const y = rows[i] ?? 0;
        return (
          <g key={text}>
            <Label x={x} y={y + dy} anchor={anchor} fill="var(--quiet)" halo>
              {text}
              <tspan font-weight={600} fill={tone(sum)}>
                {answer(sum)}
              </tspan>
            </Label>
            <Arrow from={scale(frame.before)} to={scale(sum)} y={y} stroke={tone(sum - frame.before)} />
          </g>
        );
      })}
    </g>
  );
};
