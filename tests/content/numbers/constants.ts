import { digitSide, digitSize } from '../../../src/data/digit.ts';
import { things } from '../../../src/data/emoji/things.ts';
import { sampleRate } from '../../../src/data/sounds/sounds.ts';
import labels from '../../../src/data/imagenet/labels.json' with { type: 'json' };
import { side } from '../../../src/figures/adversarial-training/small.ts';
import { count, sides } from '../../../src/figures/dimension/params.ts';
import dimension from '../../../src/figures/dimension/figure.ts';
import epsilonCurve from '../../../src/figures/epsilon-curve/figure.ts';
import { tasks } from '../../../src/figures/evolve/tasks.ts';
import { distances, thousand } from '../../../src/figures/far-away/frame.ts';
import { rays } from '../../../src/figures/far-away/params.ts';
import { defaultState, publishedStates } from '../../../src/figures/kit/contract/figure.ts';
import { attackRadius } from '../../../src/figures/manifold-walk/run.ts';
import smoothing from '../../../src/figures/smoothing/figure.ts';
import { dot, sigmoid } from '../../../src/figures/toy-logistic/logistic.ts';
import toyLogistic from '../../../src/figures/toy-logistic/figure.ts';
import { highestRadius } from '../../../src/lab/defences/smoothing.ts';
import { toFewLevels, toLevels } from '../../../src/lab/eight-bits.ts';
import { mnistEvolution } from '../../../src/lab/evolution/map-elites.ts';
import { wilson } from '../../../src/lab/statistics/interval.ts';
import { normalProbability } from '../../../src/lab/statistics/normal.ts';
import { recipeOf } from '../../../src/training/recipes/index.ts';
import { growth } from '../../../src/training/reproduce/experiments/universal.ts';
import { learner } from '../../../src/training/reproduce/experiments/universal-tuning.ts';

const ramp = Float32Array.from({ length: 10_000 }, (_, i) => i / 9999);
const levels = new Set(toLevels(ramp));

/** The confidence of Wilson's interval, from the bound that it gives to nothing out of n. */
const confidence = (n = 1000): number => {
  const { high } = wilson(0, n);
  return 2 * normalProbability(Math.sqrt((n * high) / (1 - high))) - 1;
};

/** How sure the ten numbers are of class 0 in one of their published states, before any nudge. */
const sureOfClass0 = (preset: string): number => {
  const state = publishedStates(toyLogistic).get(preset)?.state;
  return 1 - sigmoid(dot(state?.w ?? [], state?.x ?? []));
};

/** What the code holds, by the names under which content/numbers.yaml asks for it. */
export const constants: ReadonlyMap<string, number> = new Map([
  ['side of a digit', digitSide],
  ['pixels of a digit', digitSize],
  ['√ of the pixels of a digit', Math.sqrt(digitSize)],
  ['levels of grey', levels.size],
  ['highest level of grey', Math.max(...levels)],
  ['bits of a pixel', Math.log2(levels.size)],
  ['confidence of an interval', confidence()],
  ['copies in a generation', mnistEvolution.offspring],
  ['things with a name', things.length],
  ['rays', rays],
  ['sure in the maps of a plane', sigmoid(thousand / 10)],
  ['ways to sign ten nudges', 2 ** defaultState(toyLogistic).x.length],
  ['ten numbers, sure of class 0', sureOfClass0('')],
  ['what looks safe, sure of class 0', sureOfClass0('sure-of-itself')],
  ['half-way of the ε curve', defaultState(epsilonCurve).largest / 2],
  ['side of the coarsest digit', Math.min(...sides)],
  ['pixels of the coarsest digit', Math.min(...sides) ** 2],
  ['pixels of the coarse digit', Number(publishedStates(dimension).get('coarse')?.state.side) ** 2],
  ['digits that a perturbation is grown on', growth.digits],
  ['digits that the tuned net learns from', learner.digits],
  ['hidden units of the tuned net', learner.hidden],
  ['few levels of a picture', new Set(toFewLevels(ramp)).size],
  ['side of what small nets see', side],
  ['digits of a unit', count],
  ['answers of MobileNet', labels.length],
  ['answers of MobileNet with a picture', tasks.find(({ id }) => id === 'photographs')?.classes.length ?? 0],
  ['furthest along a ray', Math.max(...distances)],
  ['ceiling of a thousand draws, in σ', highestRadius({ sigma: 1, n: 1000, alpha: 0.001 })],
  ['length of the attack on a walk', attackRadius],
  ['widest blur', smoothing.params.width.max],
  ['samples a second', sampleRate],
  ['ε that the robust net learned under', recipeOf('digits-robust')?.adversary?.radius ?? NaN],
]);
