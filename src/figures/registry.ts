import type { AnyFigure, AnyView } from './kit/contract/figure.ts';

/** What a page loads of one figure: its facts and its drawing, in one chunk of its own. */
export interface FigureModule {
  readonly figure: AnyFigure;
  readonly view: AnyView;
}

type Loaders = Readonly<
  Record<string, () => Promise<readonly [facts: { default: unknown }, view: { default: unknown }]>>
>;

// Spelt out, not globbed, so that Node without a bundler can read this list too.
const loaders: Loaders = {
  'adversarial-training': () =>
    Promise.all([import('./adversarial-training/figure.ts'), import('./adversarial-training/view.tsx')]),
  ascent: () => Promise.all([import('./ascent/figure.ts'), import('./ascent/view.tsx')]),
  attack: () => Promise.all([import('./attack/figure.ts'), import('./attack/view.tsx')]),
  'black-box': () => Promise.all([import('./black-box/figure.ts'), import('./black-box/view.tsx')]),
  deconvolution: () => Promise.all([import('./deconvolution/figure.ts'), import('./deconvolution/view.tsx')]),
  dimension: () => Promise.all([import('./dimension/figure.ts'), import('./dimension/view.tsx')]),
  distractor: () => Promise.all([import('./distractor/figure.ts'), import('./distractor/view.tsx')]),
  ensemble: () => Promise.all([import('./ensemble/figure.ts'), import('./ensemble/view.tsx')]),
  'epsilon-curve': () =>
    Promise.all([import('./epsilon-curve/figure.ts'), import('./epsilon-curve/view.tsx')]),
  evolve: () => Promise.all([import('./evolve/figure.ts'), import('./evolve/view.tsx')]),
  'far-away': () => Promise.all([import('./far-away/figure.ts'), import('./far-away/view.tsx')]),
  'fool-it-yourself': () =>
    Promise.all([import('./fool-it-yourself/figure.ts'), import('./fool-it-yourself/view.tsx')]),
  'fooling-class': () =>
    Promise.all([import('./fooling-class/figure.ts'), import('./fooling-class/view.tsx')]),
  'forced-choice': () =>
    Promise.all([import('./forced-choice/figure.ts'), import('./forced-choice/view.tsx')]),
  generate: () => Promise.all([import('./generate/figure.ts'), import('./generate/view.tsx')]),
  hear: () => Promise.all([import('./hear/figure.ts'), import('./hear/view.tsx')]),
  'manifold-walk': () =>
    Promise.all([import('./manifold-walk/figure.ts'), import('./manifold-walk/view.tsx')]),
  neuron: () => Promise.all([import('./neuron/figure.ts'), import('./neuron/view.tsx')]),
  noise: () => Promise.all([import('./noise/figure.ts'), import('./noise/view.tsx')]),
  patches: () => Promise.all([import('./patches/figure.ts'), import('./patches/view.tsx')]),
  'say-nothing': () => Promise.all([import('./say-nothing/figure.ts'), import('./say-nothing/view.tsx')]),
  slice: () => Promise.all([import('./slice/figure.ts'), import('./slice/view.tsx')]),
  smoothing: () => Promise.all([import('./smoothing/figure.ts'), import('./smoothing/view.tsx')]),
  squint: () => Promise.all([import('./squint/figure.ts'), import('./squint/view.tsx')]),
  steepest: () => Promise.all([import('./steepest/figure.ts'), import('./steepest/view.tsx')]),
  'tangent-normal': () =>
    Promise.all([import('./tangent-normal/figure.ts'), import('./tangent-normal/view.tsx')]),
  'toy-logistic': () => Promise.all([import('./toy-logistic/figure.ts'), import('./toy-logistic/view.tsx')]),
  transfer: () => Promise.all([import('./transfer/figure.ts'), import('./transfer/view.tsx')]),
  universal: () => Promise.all([import('./universal/figure.ts'), import('./universal/view.tsx')]),
  'wagon-wheel': () => Promise.all([import('./wagon-wheel/figure.ts'), import('./wagon-wheel/view.tsx')]),
};

/** The slugs of all figures, in alphabetical order. */
export const figureSlugs: readonly string[] = Object.keys(loaders);

/** Loads one figure; throws when there is none of that slug. */
export const loadFigure = async (slug: string): Promise<FigureModule> => {
  const load = loaders[slug];
  if (load === undefined)
    throw new Error(`There is no figure “${slug}”; there are ${figureSlugs.join(', ')}.`);
  const [facts, drawing] = await load();
  return { figure: facts.default as AnyFigure, view: drawing.default as AnyView };
};
