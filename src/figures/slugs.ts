/** The slugs of all figures, by the alphabet: each is a folder with `figure.ts`, `run.ts` and `view.tsx`. */
export const figureSlugs: readonly string[] = [
  'adversarial-training',
  'ascent',
  'attack',
  'black-box',
  'deconvolution',
  'dimension',
  'distractor',
  'ensemble',
  'epsilon-curve',
  'evolve',
  'far-away',
  'fool-it-yourself',
  'fooling-class',
  'forced-choice',
  'generate',
  'hear',
  'manifold-walk',
  'neuron',
  'noise',
  'patches',
  'say-nothing',
  'slice',
  'smoothing',
  'squint',
  'steepest',
  'tangent-normal',
  'toy-logistic',
  'transfer',
  'universal',
  'wagon-wheel',
];

/** Throws when there is no figure of that slug. */
export const checkSlug = (slug: string): void => {
  if (!figureSlugs.includes(slug))
    throw new Error(`There is no figure “${slug}”; there are ${figureSlugs.join(', ')}.`);
};
