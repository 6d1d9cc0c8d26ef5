/** The methods, as a list names them: the first six follow gradients, then come those that only ask. */
export const methodOptions = {
  pgd: 'PGD, many small steps',
  fgsm: 'FGSM, one step',
  ddn: 'DDN, the smallest nudge',
  'carlini-wagner': 'Carlini and Wagner, the smallest nudge',
  deepfool: 'DeepFool, the nearest boundary',
  szegedy: 'L-BFGS, the first of all (2013)',
  jsma: 'Saliency map, few pixels',
  'one-pixel': 'One pixel or few, by evolution',
  square: 'Square attack, by questions',
  simba: 'SimBA, by questions',
  nes: 'NES, by questions',
  'hop-skip-jump': 'HopSkipJump, by answers alone',
  boundary: 'Boundary attack, by answers alone',
} as const;

export type Method = keyof typeof methodOptions;
