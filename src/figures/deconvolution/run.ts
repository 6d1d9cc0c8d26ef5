import { drawingPicture, drawings } from '../../data/drawings/drawings.ts';
import { defaultLatent, drawDigit } from '../../data/strokes/draw.ts';
import { toLevels } from '../../lab/eight-bits.ts';
import type { Vec } from '../../lab/oracle.ts';
import { meanInterval } from '../../lab/statistics/interval.ts';
import { rankCorrelation } from '../../lab/statistics/rank-correlation.ts';
import { argmax, joined, row } from '../../lab/vec.ts';
import type { Net } from '../../nets/net.ts';
import { labelOf } from '../kit/subjects.ts';
import type { Run } from '../kit/figure.ts';
import { rules, type Asked, type DeconvolutionFrame, type Kept } from './frame.ts';
import { isDigits, layersOf, type DeconvolutionState } from './params.ts';
import { shuffledFromTop } from './shuffle.ts';

/** Our pictures for a net, with their labels, and which of them is looked at. */
const picturesOf = async (state: DeconvolutionState) => {
  if (isDigits(state)) {
    const pictures = Array.from({ length: 10 }, (_, digit) => drawDigit(digit, 0, defaultLatent()));
    return { pictures, labels: Int32Array.from(pictures.keys()), chosen: Number(state.digit), channels: 1 };
  }
  const pictures = await Promise.all(drawings.map(({ id }) => drawingPicture(id)));
  const chosen = drawings.findIndex(({ id }) => id === state.drawing);
  return { pictures, labels: Int32Array.from(drawings, ({ label }) => label), chosen, channels: 3 };
};

/** What each place of each picture says, its channels summed. */
const perPlace = (maps: Vec, channels: number, count: number): readonly Float32Array[] => {
  const places = maps.length / channels / count;
  return Array.from({ length: count }, (_, i) =>
    Float32Array.from({ length: places }, (_, place) => {
      let sum = 0;
      for (let c = 0; c < channels; c++) sum += maps[(i * places + place) * channels + c] as number;
      return sum;
    }),
  );
};

/** A map as bytes around 128. */
const asBytes = (map: Float32Array): Uint8Array => {
  const sizes = map.map(Math.abs).sort();
  const full = (sizes[Math.floor(0.995 * (sizes.length - 1))] ?? 0) || (sizes.at(-1) ?? 0) || 1;
  return Uint8Array.from(map, (value) => 128 + Math.round(127 * Math.max(-1, Math.min(1, value / full))));
};

const keptOf = (likes: readonly number[]): Kept => {
  const { mean, low, high } = meanInterval(likes);
  return { mean, low, high };
};

/** Sends answers back to the pictures by three rules, and asks what is left of the maps when the question or the net is another. */
const run: Run<DeconvolutionState, DeconvolutionFrame> = async function* (state, bench, signal) {
  const net: Net = await bench.net(state.net);
  // Arrives with the net, not with the figure: it brings TensorFlow.js.
  const { saliency } = await import('../../nets/saliency.ts');
  const { pictures, labels, chosen, channels } = await picturesOf(state);
  signal.throwIfAborted();
  const n = pictures.length;
  const batch = joined(pictures);
  const picture = pictures[chosen] as Vec;
  const label = labels[chosen] as number;
  const other = isDigits(state) ? Number(state.otherDigit) : labelOf(state.other);
  const beliefs = await net.probabilities(picture);

  /** Maps of all our pictures by every rule. */
  const mapsOf = async (model: Net['model'], answers: Int32Array): Promise<readonly (readonly Float32Array[])[]> => {
    const out: (readonly Float32Array[])[] = [];
    for (const rule of rules) {
      out.push(perPlace(await saliency(model, batch, answers, rule), channels, n));
      signal.throwIfAborted();
    }
    return out;
  };
  const trained = await mapsOf(net.model, labels);
  const likeTrained = (maps: readonly (readonly Float32Array[])[]): readonly (readonly number[])[] =>
    maps.map((ofRule, r) => ofRule.map((map, i) => rankCorrelation(map, trained[r]?.[i] ?? map)));
  const askedOf = (maps: readonly (readonly Float32Array[])[]): Asked => ({
    maps: maps.map((ofRule) => asBytes(ofRule[chosen] as Float32Array)),
    like: maps.map((ofRule, r) =>
      rankCorrelation(ofRule[chosen] as Float32Array, trained[r]?.[chosen] as Float32Array),
    ),
  });

  const apart = labels.map((own, i) => (i === chosen ? other : (own + 5) % net.classes));
  const others = await mapsOf(net.model, apart);
  const inRow = await mapsOf(shuffledFromTop(net.model, state.shuffled, state.seed), labels);
  let frame: DeconvolutionFrame = {
    step: 0,
    picture: toLevels(picture),
    label,
    other,
    answer: argmax(beliefs),
    sure: row(beliefs, 0, net.classes)[argmax(beliefs)] as number,
    asked: [askedOf(trained), askedOf(others), askedOf(inRow)],
    n,
    elsewhere: likeTrained(others).map(keptOf),
    kept: rules.map(() => []),
  };
  yield frame;
  for (let step = 1; step <= layersOf(state); step++) {
    const likes = likeTrained(await mapsOf(shuffledFromTop(net.model, step, state.seed), labels));
    frame = { ...frame, step, kept: frame.kept.map((ofRule, r) => [...ofRule, keptOf(likes[r] ?? [])]) };
    yield frame;
  }
};

export default run;
