import type { AnyRun } from './kit/contract/figure.ts';

const loaders: Readonly<Record<string, () => Promise<{ default: unknown }>>> = {
  'adversarial-training': () => import('./adversarial-training/run.ts'),
  ascent: () => import('./ascent/run.ts'),
  attack: () => import('./attack/run.ts'),
  'black-box': () => import('./black-box/run.ts'),
  deconvolution: () => import('./deconvolution/run.ts'),
  dimension: () => import('./dimension/run.ts'),
  distractor: () => import('./distractor/run.ts'),
  ensemble: () => import('./ensemble/run.ts'),
  'epsilon-curve': () => import('./epsilon-curve/run.ts'),
  evolve: () => import('./evolve/run.ts'),
  'far-away': () => import('./far-away/run.ts'),
  'fool-it-yourself': () => import('./fool-it-yourself/run.ts'),
  'fooling-class': () => import('./fooling-class/run.ts'),
  'forced-choice': () => import('./forced-choice/run.ts'),
  generate: () => import('./generate/run.ts'),
  hear: () => import('./hear/run.ts'),
  'manifold-walk': () => import('./manifold-walk/run.ts'),
  neuron: () => import('./neuron/run.ts'),
  noise: () => import('./noise/run.ts'),
  patches: () => import('./patches/run.ts'),
  'say-nothing': () => import('./say-nothing/run.ts'),
  slice: () => import('./slice/run.ts'),
  smoothing: () => import('./smoothing/run.ts'),
  squint: () => import('./squint/run.ts'),
  steepest: () => import('./steepest/run.ts'),
  'tangent-normal': () => import('./tangent-normal/run.ts'),
  'toy-logistic': () => import('./toy-logistic/run.ts'),
  transfer: () => import('./transfer/run.ts'),
  universal: () => import('./universal/run.ts'),
  'wagon-wheel': () => import('./wagon-wheel/run.ts'),
};

/** Loads the computation of one figure (in the worker, in Node); throws when there is none of that slug. */
export const loadRun = async (slug: string): Promise<AnyRun> => {
  const load = loaders[slug];
  if (load === undefined) throw new Error(`There is no figure “${slug}”.`);
  return (await load()).default as AnyRun;
};
