import { drawingPixels, drawings, textures, type TextureId } from '../../data/drawings/drawings.ts';
import { filled, flat, silhouette } from '../../data/drawings/silhouette.ts';
import { fromLevels, toLevels } from '../../lab/eight-bits.ts';
import { random, type Random } from '../../lab/random.ts';
import { joined } from '../../lab/vec.ts';
import { verdicts } from '../../lab/verdict.ts';
import { patchOrder, inOrder, type Order } from '../../lab/visualise/patches.ts';
import type { Net } from '../../nets/net.ts';
import type { Run } from '../kit/contract/figure.ts';
import { labelOf } from '../kit/words/subjects.ts';
import { cuts, drawingSide, type Card, type PatchesFrame, type Tally } from './frame.ts';
import { isShuffle, type PatchesState } from './params.ts';

const side = drawingSide;

interface Said {
  readonly answer: number;
  readonly sure: number;
}

const ask = async (net: Net, pictures: readonly Uint8Array[]): Promise<readonly Said[]> => {
  const probabilities = await net.probabilities(joined(pictures.map((picture) => fromLevels(picture))));
  return verdicts(probabilities, net.classes).map(({ says, sure }) => ({ answer: says, sure }));
};

const nothing = (title: string): Tally => ({ title, n: 0, shape: 0, surface: 0, sure: 0 });

/** The tally with one more answer, beside the labels that it could have been. */
const counted = (
  tally: Tally,
  { answer, sure }: Said,
  shape: number | undefined,
  surface?: number,
): Tally => ({
  ...tally,
  n: tally.n + 1,
  shape: tally.shape + (answer === shape ? 1 : 0),
  surface: tally.surface + (answer === surface ? 1 : 0),
  sure: tally.sure + sure,
});

/**
 * Weighs shape against surface: the drawing, in one colour, its texture alone, and its shape in another's.
 */
async function* spots(state: PatchesState, net: Net): AsyncGenerator<PatchesFrame, void> {
  const all = await Promise.all(
    drawings.map(async ({ id, label }) => ({ id, label, pixels: await drawingPixels(id) })),
  );
  const shapes = all.map((one) => ({ ...one, shape: silhouette(one.pixels, side) }));
  const surface = async (id: TextureId): Promise<Uint8Array> => drawingPixels(`texture-${id}`);
  const chosen = shapes.find(({ id }) => id === state.drawing);
  if (!chosen) throw new RangeError(`There is no drawing ${state.drawing}.`);
  const worn = await surface(state.texture);
  const shown = [
    { title: 'as drawn', picture: chosen.pixels },
    { title: 'in one colour', picture: flat(chosen.pixels, chosen.shape) },
    { title: 'dressed', picture: filled(chosen.shape, worn) },
    { title: 'that surface alone', picture: worn },
  ];
  const said = await ask(
    net,
    shown.map(({ picture }) => picture),
  );
  const cards: readonly Card[] = shown.map((card, i) => ({ ...card, ...(said[i] as Said) }));
  let drawn = nothing('as drawn');
  let plain = nothing('in one colour');
  let alone = nothing('a surface alone');
  let dressed = nothing('dressed in another’s');
  (
    await ask(
      net,
      shapes.map(({ pixels }) => pixels),
    )
  ).forEach((one, i) => {
    drawn = counted(drawn, one, shapes[i]?.label);
  });
  (
    await ask(
      net,
      shapes.map(({ pixels, shape }) => flat(pixels, shape)),
    )
  ).forEach((one, i) => {
    plain = counted(plain, one, shapes[i]?.label);
  });
  const { label } = chosen;
  yield { step: 0, label, cards, tallies: [drawn, plain, alone, dressed] };
  for (const [i, id] of textures.entries()) {
    const texture = await surface(id);
    const others = shapes.filter((one) => one.id !== id);
    const [bare, ...rest] = await ask(net, [texture, ...others.map(({ shape }) => filled(shape, texture))]);
    alone = counted(alone, bare as Said, undefined, labelOf(id));
    rest.forEach((one, k) => {
      dressed = counted(dressed, one, others[k]?.label, labelOf(id));
    });
    yield { step: i + 1, label, cards, tallies: [drawn, plain, alone, dressed] };
  }
}

const cutName = (across: number): string => (across === 1 ? 'whole' : `${across} × ${across}`);

/** A random order of the patches that is not the one they had; of one patch there is only that. */
const orderOf = (across: number, stream: Random): Order => {
  const order = patchOrder([side, side, 3], across, stream);
  return across === 1 || order.some((from, to) => from !== to)
    ? order
    : orderOf(across, stream.fork('again'));
};

/** Cuts drawings into patches and lays them in random orders, again and again. */
async function* shuffle(state: PatchesState, net: Net): AsyncGenerator<PatchesFrame, void> {
  const all = await Promise.all(
    drawings.map(async ({ id, label }) => ({ id, label, x: fromLevels(await drawingPixels(id)) })),
  );
  const chosen = all.findIndex(({ id }) => id === state.drawing);
  const stream = random(state.seed);
  let tallies: readonly Tally[] = cuts.map((across) => nothing(cutName(across)));
  for (let step = 0; step <= state.shuffles; step++) {
    const cards: Card[] = [];
    for (const [k, across] of cuts.entries()) {
      const orders = all.map((_, i) => orderOf(across, stream.fork(`${step}/${across}/${i}`)));
      const pictures = all.map(({ x }, i) => toLevels(inOrder(x, orders[i] as Order)));
      const said = await ask(net, pictures);
      // The first frame shows a shuffle and counts none.
      if (step > 0)
        tallies = tallies.map((tally, t) =>
          t === k ? said.reduce((sum, one, i) => counted(sum, one, all[i]?.label), tally) : tally,
        );
      cards.push({
        title: cutName(across),
        picture: pictures[chosen] as Uint8Array,
        ...(said[chosen] as Said),
      });
    }
    yield { step, label: all[chosen]?.label ?? 0, cards, tallies };
  }
}

/** Asks what is left of a net's answer when shape and surface, or the places of patches, part. */
const run: Run<PatchesState, PatchesFrame> = async function* (state, bench, signal) {
  const net = await bench.net(state.net);
  for await (const frame of (isShuffle(state) ? shuffle : spots)(state, net)) {
    signal.throwIfAborted();
    yield frame;
  }
};

export default run;
