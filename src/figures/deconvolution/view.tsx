import { beside, columns, droppedAt, fromWidth, gap, grid, stack, wide } from '../kit/drawing/arrange.ts';
import { chart, type ChartSpec, linear } from '../kit/drawing/charts.ts';
import { bare, drawnBy, heading, picture, type Piece, text } from '../kit/drawing/pieces.ts';
import { fixed, plural } from '../kit/words/format.ts';
import { cascade } from './cascade.tsx';
import { rules, type DeconvolutionFrame } from './frame.ts';
import { mapPixels } from './map-pixels.ts';
import { layersOf, sideOf, type DeconvolutionState } from './params.ts';
import { nameOf, ruleNames } from './words.ts';

const heads = { gradient: 'gradient', deconvnet: 'deconvnet', guided: 'guided' } as const;
const tones = { gradient: 'var(--belief)', deconvnet: 'var(--minus)', guided: 'var(--plus)' } as const;

/** Width of a picture and of a large map at most: whole multiples of 64 and of 28 pixels. */
const most = 141;
const mostOf = (state: DeconvolutionState): number => (sideOf(state) === 64 ? 129 : most);

/** What each row of maps asks. */
const questions = (
  state: DeconvolutionState,
  { label, other }: DeconvolutionFrame,
): readonly [string, string] => [
  `what speaks for ${nameOf(state, label)}`,
  `the same net, asked for\u00a0${nameOf(state, other)}`,
];

/** Our drawing, and what the net says of it. */
const drawn = (state: DeconvolutionState, frame: DeconvolutionFrame): Piece => {
  const side = sideOf(state);
  const large = picture({
    pixels: frame.picture,
    shape: [side, side],
    most: mostOf(state),
    title: `Our drawing of ${nameOf(state, frame.label)}`,
  });
  const words = stack([
    text(`drawn: ${nameOf(state, frame.label)}`, { mark: 'truth', tone: 'ink' }),
    text(`net: ${nameOf(state, frame.answer)}, ${bare(frame.sure)}\u00a0%`, { mark: 'belief', tone: 'ink' }),
  ]);
  return beside([wide(most, large), words], { space: 8, below: 4, from: 240 });
};

/** The three maps of one question: what each is for, or how like those of the first. */
const maps = (state: DeconvolutionState, frame: DeconvolutionFrame, i: 0 | 1): Piece => {
  const side = sideOf(state);
  const asked = frame.asked[i];
  const question = questions(state, frame)[i];
  return grid(
    rules.map((rule, r) => {
      const like = fixed(asked.like[r] ?? 0, 2);
      return stack(
        [
          picture({
            pixels: mapPixels(asked.maps[r]),
            shape: [side, side],
            most: mostOf(state),
            title: `${ruleNames[rule]}: ${question}`,
          }),
          i === 0
            ? text(`for ${nameOf(state, frame.label)}`)
            : fromWidth(
                128,
                text(`like the first: ${like}`, { tone: 'ink' }),
                text(`like it: ${like}`, { tone: 'ink' }),
              ),
        ],
        3,
      );
    }),
    { across: 3, space: 24 },
  );
};

/** The drawing, and what in it speaks for two answers by three rules. */
const twice = (state: DeconvolutionState, frame: DeconvolutionFrame): Piece => {
  const [first, second] = [maps(state, frame, 0), maps(state, frame, 1)];
  const [one, other] = questions(state, frame);
  const named = grid(
    rules.map((rule) => heading(heads[rule])),
    { across: 3, space: 24 },
  );
  return fromWidth(
    600,
    columns(
      [
        wide(166, stack([heading('\u00a0'), drawn(state, frame), gap(20), text(other)], 4)),
        stack([stack([named, first], 4), second], 12),
      ],
      { space: 24 },
    ),
    stack(
      [drawn(state, frame), gap(2), named, stack([text(one), first], 3), stack([text(other), second], 3)],
      10,
    ),
  );
};

/** How like the maps of all our pictures stay to the first, with more and more layers shuffled. */
const kept = (state: DeconvolutionState, frame: DeconvolutionFrame): ChartSpec => ({
  across: linear(
    `layers shuffled, from the answers down (n\u00a0=\u00a0${plural(frame.n, 'picture')})`,
    [0, layersOf(state)],
    { count: layersOf(state) },
  ),
  up: linear('rank correlation with the first map, all our pictures', [-0.4, 1], { count: 4 }),
  height: 130,
  lines: rules.map((rule, r) => ({
    label: ruleNames[rule],
    points: [
      { x: 0, y: 1 },
      ...(frame.kept[r] ?? []).map(({ mean, low, high }, i) => ({ x: i + 1, y: mean, low, high })),
    ],
    tone: tones[rule],
    dots: true,
  })),
});

/**
 * A picture, and three rules by which an answer is sent back to it; the same for another answer; and for a
 * net with more and more layers shuffled.
 */
export default drawnBy<DeconvolutionState, DeconvolutionFrame>(({ state, frame }) => {
  const below = kept(state, frame);
  return {
    title:
      'A picture and the maps of what in it speaks for an answer, by three rules, beside maps for another answer; the maps of a net with more and more layers shuffled; how like they stay',
    content: stack([twice(state, frame), droppedAt(2, cascade(state, frame, below)), chart(below)], 16),
  };
});
