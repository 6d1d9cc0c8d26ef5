import { drawingPicture, drawings } from '../../data/drawings/drawings.ts';
import { defaultLatent, drawDigit } from '../../data/strokes/draw.ts';
import { toLevels } from '../../lab/eight-bits.ts';
import type { Vec } from '../../lab/oracle.ts';
import { meanInterval } from '../../lab/statistics/interval.ts';
import { rankCorrelation } from '../../lab/statistics/rank-correlation.ts';
import { joined, numberAt } from '../../lab/vec.ts';
import { verdict } from '../../lab/verdict.ts';
import type { Net } from '../../nets/net.ts';
import { labelOf } from '../kit/words/subjects.ts';
import type { Run } from '../kit/contract/figure.ts';
import { full, rules, type Asked, type DeconvolutionFrame, type Kept } from './frame.ts';
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
      for (let c = 0; c < channels; c++) sum += numberAt(maps, (i * places + place) * channels + c);
      return sum;
    }),
  );
};

/** A map in the few levels that are shown. */
const inLevels = (map: Float32Array): Int8Array => {
  const sizes = map.map(Math.abs).sort();
  const most = (sizes[Math.floor(0.995 * (sizes.length - 1))] ?? 0) || (sizes.at(-1) ?? 0) || 1;
  return Int8Array.from(map, (value) => Math.round(full * Math.max(-1, Math.min(1, value / most))));
};

/** Per rule, a map for each picture. */
type Maps = readonly (readonly Float32Array[])[];

const keptOf = (likes: readonly number[]): Kept => {
  const { mean, low, high } = meanInterval(likes);
  return { mean, low, high };
};

/**
 * Sends answers back to the pictures by three rules, and asks what is left of the maps when the question or
 * the net is another.
 */
const run: Run<DeconvolutionState, DeconvolutionFrame> = async function* (state, bench, signal) {
  const net: Net = await bench.net(state.net);
  // Arrives with the net, not with the figure: it brings TensorFlow.js.
  const { saliency } = await import('../../nets/saliency.ts');
  const { pictures, labels, chosen, channels } = await picturesOf(state);
  signal.throwIfAborted();
  const n = pictures.length;
  const all = joined(pictures);
  const picture = pictures[chosen] as Vec;
  const label = numberAt(labels, chosen);
  const other = isDigits(state) ? Number(state.otherDigit) : labelOf(state.other);
  const { says: answer, sure } = verdict(await net.probabilities(picture));

  /** Maps of pictures by every rule, rule by rule. */
  const mapsOf = async (model: Net['model'], batch: Vec, answers: Int32Array): Promise<Maps> => {
    const out: (readonly Float32Array[])[] = [];
    for (const rule of rules) {
      out.push(perPlace(await saliency(model, batch, answers, rule), channels, answers.length));
      signal.throwIfAborted();
    }
    return out;
  };
  // What the first frame shows is asked of one picture alone; all of them take many times as long.
  const own = await mapsOf(net.model, picture, Int32Array.of(label));
  const asked = (maps: Maps, i: number): Asked => ({
    maps: maps.map((ofRule) => inLevels(ofRule[i] as Float32Array)),
    like: maps.map((ofRule, r) => rankCorrelation(ofRule[i] as Float32Array, own[r]?.[0] as Float32Array)),
  });
  let frame: DeconvolutionFrame = {
    step: 0,
    picture: toLevels(picture),
    label,
    other,
    answer,
    sure,
    asked: [asked(own, 0), asked(await mapsOf(net.model, picture, Int32Array.of(other)), 0)],
    shuffled: [],
    n,
    elsewhere: [],
    kept: rules.map(() => []),
  };
  yield frame;

  const trained = await mapsOf(net.model, all, labels);
  /** Per rule, how like each picture's map is to that of the intact net. */
  const likes = (maps: Maps): readonly Kept[] =>
    maps.map((ofRule, r) => keptOf(ofRule.map((map, i) => rankCorrelation(map, trained[r]?.[i] ?? map))));
  for (let step = 1; step <= layersOf(state); step++) {
    const maps = await mapsOf(shuffledFromTop(net.model, step, state.seed), all, labels);
    const kept = likes(maps);
    frame = {
      ...frame,
      step,
      shuffled: [...frame.shuffled, asked(maps, chosen)],
      kept: frame.kept.map((ofRule, r) => [...ofRule, kept[r] as Kept]),
    };
    if (step === 2) {
      const apart = labels.map((right, i) => (i === chosen ? other : (right + 5) % net.classes));
      frame = { ...frame, elsewhere: likes(await mapsOf(net.model, all, apart)) };
    }
    yield frame;
  }
};

export default run;
