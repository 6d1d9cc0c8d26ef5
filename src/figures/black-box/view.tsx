import { grid, stack } from '../kit/drawing/arrange.ts';
import { chart, linear, type Point } from '../kit/drawing/charts.ts';
import { drawnBy, heading, picture, type Piece, reply, text } from '../kit/drawing/pieces.ts';
import { count, lengthText } from '../kit/words/format.ts';
import type { BlackBoxFrame, Racer } from './frame.ts';
import { frames, methodNames, type BlackBoxState, type MethodId } from './params.ts';
import { fooledAt, hearsLabels, isFooled, racing, sizeOf } from './words.ts';

const tones: Readonly<Record<MethodId, string>> = {
  'hop-skip-jump': 'var(--plus)',
  boundary: 'var(--minus)',
  simba: 'var(--belief)',
  nes: 'var(--accent)',
  square: 'var(--warn)',
};

type Racing = ReturnType<typeof racing>;

/** A picture with its name above, and what the net says and what it took below. */
const card = (name: string, pixels: Uint8Array, words: readonly Piece[]): Piece =>
  stack([heading(name), picture({ pixels, most: 85 }), stack(words)], 3);

const cards = (frame: BlackBoxFrame, all: Racing): Piece =>
  grid(
    [
      card('the picture', frame.picture, [text(`says ${frame.says}`), text(`drawn: ${frame.label}`)]),
      ...all.map(([method, racer]) =>
        card(methodNames[method], racer.picture, [
          reply(`says ${racer.says}`, isFooled(racer)),
          text(`L2 ${lengthText(sizeOf(racer))}`),
          text(`${count(racer.queries.at(-1) ?? 0)} asked`),
        ]),
      ),
    ],
    { least: 96, space: 10, rowSpace: 12 },
  );

/** The way of one attacker so far; of one who hears labels only, from where it first fools the net. */
const walked = (method: MethodId, { queries, sizes, fooled }: Racer): readonly Point[] =>
  sizes.flatMap((y, i) => (hearsLabels(method) && fooled[i] !== true ? [] : [{ x: queries[i] ?? 0, y }]));

const race = (state: BlackBoxState, frame: BlackBoxFrame, all: Racing): Piece => {
  const now = (frame.step * state.questions) / frames;
  const { white } = frame;
  return chart({
    across: linear('questions asked', [0, state.questions], { count: 6, format: count }),
    up: linear('length of the change, L2', [0, 12], { count: 6 }),
    height: 210,
    lines: [
      ...all.map(([method, racer]) => ({ label: '', tone: tones[method], points: walked(method, racer) })),
      ...all.map(([method, racer]) => ({
        label: `${methodNames[method]} ${lengthText(sizeOf(racer))}`,
        tone: tones[method],
        dash: '1 4',
        // From the last question to now: who has fooled the net and heard so asks no more.
        points: walked(method, racer)
          .slice(-1)
          .flatMap(({ x, y }) => [x, now].map((x) => ({ x, y }))),
      })),
      ...(white === undefined
        ? []
        : [
            {
              label: `weights ${lengthText(white.size)}`,
              tone: 'var(--ink)',
              dash: '2 3',
              points: [0, now].map((x) => ({ x, y: white.size })),
            },
          ]),
    ],
    // Where each attacker first fools the net.
    spots: all.flatMap(([method, racer]) => {
      const x = fooledAt(racer);
      if (x === undefined) return [];
      return [{ x, y: racer.sizes[racer.queries.indexOf(x)] ?? 0, tone: tones[method], r: 4 }];
    }),
  });
};

/**
 * The picture and what every attacker has made of it; the length of each one's change against the questions
 * asked.
 */
export default drawnBy<BlackBoxState, BlackBoxFrame>(({ state, frame }) => {
  const all = racing(state, frame);
  return {
    title:
      'One picture and what attackers without the weights made of it; the length of their changes against the questions they asked',
    content: stack([cards(frame, all), race(state, frame, all)], 16),
  };
});
