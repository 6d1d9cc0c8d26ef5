import { drawingPicture, drawings } from '../../data/drawings/drawings.ts';
import { defaultLatent, drawDigit } from '../../data/strokes/draw.ts';
import { unitBox } from '../../lab/box.ts';
import { toFewLevels, toLevels } from '../../lab/eight-bits.ts';
import type { Vec } from '../../lab/oracle.ts';
import { random, type Random } from '../../lab/random.ts';
import { sigmoid, softmax } from '../../lab/softmax.ts';
import { joined, mapped, numberAt, row } from '../../lab/vec.ts';
import { verdict } from '../../lab/verdict.ts';
import { fourierImage } from '../../lab/visualise/fourier-image.ts';
import { throughMap, throughSigmoid } from '../../lab/visualise/image-map.ts';
import { logitUnit, maximise, type MaximiseStep, type UnitOracle } from '../../lab/visualise/maximise.ts';
import { randomPose, warp } from '../../lab/visualise/warp.ts';
import type { Net, NetId } from '../../nets/net.ts';
import type { Run } from '../kit/contract/figure.ts';
import { panels, type Known, type NeuronFrame, type Wanted } from './frame.ts';
import { layerOf, netIds, placeOf, shapeOf, type NeuronState } from './params.ts';

/** Steps of Adam: in a pixel's range, and in the coefficients of the spectrum. */
const rates = { pixels: 0.01, held: 0.02 } as const;

interface Asked {
  readonly net: Net;
  readonly unit: UnitOracle;
  /** The label, where the neuron is an answer. */
  readonly answer?: number;
  readonly dispose: () => void;
}

const askedOf = async (state: NeuronState, net: Net): Promise<Asked> => {
  const layer = layerOf(state);
  if (layer === 'answers') {
    const answer = placeOf(state);
    return { net, unit: logitUnit(net, answer), answer, dispose: () => undefined };
  }
  // Arrives with the nets, not with the figure: it brings TensorFlow.js.
  const { hiddenUnit } = await import('../../nets/hidden-unit.ts');
  const unit = hiddenUnit(net.model, layer, placeOf(state));
  return { net, unit, dispose: () => unit.dispose() };
};

/** The pictures that people can name, with their names. */
const knownPictures = async ({
  nets,
}: NeuronState): Promise<readonly { readonly name: string; readonly x: Vec }[]> => {
  if (nets === 'emoji')
    return Promise.all(drawings.map(async ({ id, title }) => ({ name: title, x: await drawingPicture(id) })));
  return Array.from({ length: 10 }, (_, digit) => ({
    name: String(digit),
    x: drawDigit(digit, 0, defaultLatent()),
  }));
};

/** Those that excite a neuron most. */
const mostExciting = async (unit: UnitOracle, pictures: Awaited<ReturnType<typeof knownPictures>>) => {
  const { activation } = await unit.activation(joined(pictures.map(({ x }) => x)));
  const all: Known[] = pictures.map(({ name }, i) => ({ name, activation: numberAt(activation, i) }));
  return all.toSorted((a, b) => b.activation - a.activation).slice(0, 3);
};

/** Pictures of one net after a step, in 16 levels of each colour, judged as they are shown. */
const judged = async (
  { net, unit, answer: asked }: Asked,
  pictures: readonly Vec[],
): Promise<readonly Wanted[]> => {
  const shown = pictures.map((picture) => toFewLevels(picture));
  const batch = joined(shown);
  const logits = await net.logits(batch);
  const probabilities = softmax(logits, net.classes);
  // An answer's neuron has been asked already: its activation is its logit.
  const activation =
    asked === undefined
      ? (await unit.activation(batch)).activation
      : shown.map((_, i) => numberAt(logits, i * net.classes + asked));
  return pictures.map((picture, i) => {
    const { says, sure } = verdict(row(probabilities, i, net.classes));
    return { picture: toLevels(picture), activation: numberAt(activation, i), answer: says, sure };
  });
};

/** Every pixel for itself, from that picture on. */
const byPixels = (unit: UnitOracle, start: Vec, steps: number): AsyncGenerator<MaximiseStep, void> =>
  maximise(unit, start, { steps, rate: rates.pixels, decay: 0, box: unitBox, adam: true });

/** By the spectrum of the picture, which is looked at in another pose at each step (Olah et al. 2017). */
const held = (
  unit: UnitOracle,
  coefficients: Vec,
  state: NeuronState,
  stream: Random,
): AsyncGenerator<MaximiseStep, void> => {
  const shape = shapeOf(state);
  const image = fourierImage(shape);
  const { shake, steps } = state;
  const poses = { jitter: shake, scale: 0.025 * shake, degrees: 2 * shake };
  const shaken = shake === 0 ? unit : throughMap(unit, () => warp(shape, randomPose(poses, stream)));
  const whole = throughMap(throughSigmoid(shaken, unitBox), () => image);
  return maximise(whole, coefficients, { steps, rate: rates.held, decay: 0, adam: true });
};

/**
 * Makes four pictures for one neuron: of two nets, each pixel by pixel and held to what pictures are like.
 */
const run: Run<NeuronState, NeuronFrame> = async function* (state, bench, signal) {
  const asked: Asked[] = [];
  try {
    const ask = async (id: NetId): Promise<Asked> => {
      const one = await askedOf(state, await bench.net(id));
      asked.push(one);
      return one;
    };
    const ids = netIds[state.nets];
    const nets = { plain: await ask(ids[0]), robust: await ask(ids[1]) };
    signal.throwIfAborted();
    const pictures = await knownPictures(state);
    const known = await Promise.all(asked.map(({ unit }) => mostExciting(unit, pictures)));
    const stream = random(state.seed);
    const coefficients = mapped(new Float32Array(nets.plain.unit.dimension), () => 0.01 * stream.normal());
    const { draw } = fourierImage(shapeOf(state));
    const drawn = (x: Vec): Vec => mapped(draw(x), sigmoid);
    const start = drawn(coefficients);
    const ascents = panels.map(({ net, way }, i) => {
      const { unit } = nets[net];
      return way === 'pixels'
        ? byPixels(unit, start, state.steps)
        : held(unit, coefficients, state, stream.fork(i));
    });
    let paths: readonly (readonly number[])[] = panels.map(() => []);
    for (let step = 0; step <= state.steps; step++) {
      const now: Vec[] = [];
      for (const [i, ascent] of ascents.entries()) {
        const { value } = await ascent.next();
        if (!value) return;
        now.push(panels[i]?.way === 'held' ? drawn(value.x) : value.x);
        signal.throwIfAborted();
      }
      const wanted = [
        ...(await judged(nets.plain, now.slice(0, 2))),
        ...(await judged(nets.robust, now.slice(2))),
      ];
      paths = paths.map((path, i) => [...path, (wanted[i] as Wanted).activation]);
      yield { step, wanted, paths, known, among: pictures.length };
    }
  } finally {
    asked.forEach(({ dispose }) => dispose());
  }
};

export default run;
