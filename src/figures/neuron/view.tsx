import { beside, droppedAt, fromWidth, gap, grid, stack, wide } from '../kit/drawing/arrange.ts';
import { byStep, chart, linear } from '../kit/drawing/charts.ts';
import { bare, drawnBy, heading, picture, type Piece, text } from '../kit/drawing/pieces.ts';
import { exciting } from './exciting.tsx';
import { panels, type NeuronFrame, type Wanted } from './frame.ts';
import { shapeOf, type NeuronState } from './params.ts';
import { nameOf, netsOf, neuron, short } from './words.ts';

const ways = { pixels: 'pixel by pixel', held: 'held and shaken' } as const;
const tones = ['var(--minus)', 'var(--minus)', 'var(--plus)', 'var(--plus)'] as const;

/** By how much a picture is enlarged where there is little room, and where there is more. */
const zooms = { digits: [5, 7], emoji: [2, 3] } as const;

/** One picture made for the neuron, what the neuron answers, and what the net says. */
const made = (state: NeuronState, { net, way }: (typeof panels)[number], wanted: Wanted): Piece => {
  const [height, across] = shapeOf(state);
  const [small, large] = zooms[state.nets];
  const shown = (zoom: number): Piece =>
    picture({
      pixels: wanted.picture,
      shape: [height, across],
      most: zoom * across + 1,
      title: `Made ${ways[way]} for ${neuron(state)} of ${netsOf(state)[net].said}`,
    });
  return stack([
    text(netsOf(state)[net].said),
    gap(2),
    fromWidth(190, shown(large), shown(small)),
    gap(2),
    heading(`it answers ${short(wanted.activation)}`),
    text(`net: ${nameOf(state, wanted.answer)}, ${bare(wanted.sure)}\u00a0%`, { mark: 'belief' }),
  ]);
};

/** The four pictures: net by net below one another, way by way beside one another. */
const four = (state: NeuronState, frame: NeuronFrame): Piece =>
  stack([
    grid([heading(ways.pixels), heading(state.shake === 0 ? 'held' : ways.held)], { across: 2, space: 14 }),
    grid(
      panels.flatMap((panel, i) => {
        const wanted = frame.wanted[i];
        return wanted === undefined ? [] : [made(state, panel, wanted)];
      }),
      { across: 2, space: 14 },
    ),
  ]);

/** What the line of a picture is called: 'robust, held'. */
const labelOf = (state: NeuronState, i: number): string => {
  const { net, way } = panels[i] ?? panels[0];
  return `${netsOf(state)[net].short}, ${way}`;
};

/** How the neuron’s answer grew. */
const growth = (state: NeuronState, { paths, known }: NeuronFrame): Piece => {
  const all = paths.flat();
  const best = known.map(([first]) => first?.activation ?? 0);
  const [low, high] = [Math.min(0, ...all), Math.max(...all, ...best)];
  return chart({
    across: linear('step', [0, state.steps], { count: 4 }),
    up: linear('the neuron’s answer', [low, high + 0.04 * (high - low || 1)], { count: 4 }),
    height: 176,
    lines: paths.map((path, i) => ({
      label: labelOf(state, i),
      points: byStep(path),
      tone: tones[i] ?? 'var(--ink)',
      ...(panels[i]?.way === 'held' && { dash: '5 3' }),
    })),
  });
};

/**
 * Four pictures made for one neuron; how its answer grew; which of the pictures that people can name excite
 * it most.
 */
export default drawnBy<NeuronState, NeuronFrame>(({ state, frame }) => {
  const pictures = four(state, frame);
  const side = stack([growth(state, frame), droppedAt(2, exciting(state, frame))], 14);
  return {
    title: `Four pictures made for ${neuron(state)}: of ${netsOf(state).plain.said} and ${netsOf(state).robust.said}, pixel by pixel and held; its answers, step by step`,
    content: beside([wide({ share: 408 }, pictures), wide({ share: 284 }, side)], { space: 28, below: 16 }),
  };
});
