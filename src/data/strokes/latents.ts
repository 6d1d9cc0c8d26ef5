/** One continuous parameter of a pen-stroke digit, for a slider. */
export interface LatentSpec {
  readonly name: LatentName;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly default: number;
  readonly unit?: string;
}

const names = [
  'slant',
  'rotation',
  'width',
  'balance',
  'bow',
  'sag',
  'loop',
  'reach',
  'opening',
  'roundness',
  'thickness',
  'pressure',
  'shiftX',
  'shiftY',
] as const;

/** A coordinate of the manifold by its name. */
export type LatentName = (typeof names)[number];

/**
 * The coordinates of the manifold of digits, the same for all classes, in the order of every latent vector.
 * What `loop`, `reach` and `opening` move is drawn into each digit: the size of its bowl, flag or bar; how
 * far its free ends run; how wide its gap stands open.
 */
export const latents: readonly LatentSpec[] = [
  { name: 'slant', label: 'Slant', min: -20, max: 35, default: 10, unit: '°' },
  { name: 'rotation', label: 'Rotation', min: -15, max: 15, default: 0, unit: '°' },
  { name: 'width', label: 'Width', min: 0.65, max: 1.6, default: 1.1, unit: '×' },
  { name: 'balance', label: 'Drop of the waist', min: -1, max: 1, default: 0 },
  { name: 'bow', label: 'Bend of upright strokes', min: -1, max: 1, default: 0 },
  { name: 'sag', label: 'Bend of level strokes', min: -1, max: 1, default: 0 },
  { name: 'loop', label: 'Size of loops', min: -1, max: 1, default: 0 },
  { name: 'reach', label: 'Reach of the ends', min: -1, max: 1, default: 0 },
  { name: 'opening', label: 'Opening', min: -1, max: 1, default: 0 },
  { name: 'roundness', label: 'Round corners', min: -0.5, max: 1, default: 0.35 },
  { name: 'thickness', label: 'Pen', min: 1.2, max: 4.2, default: 2.4, unit: 'px' },
  { name: 'pressure', label: 'Pressure on downstrokes', min: -0.4, max: 0.4, default: 0.05 },
  { name: 'shiftX', label: 'Shift right', min: -2, max: 2, default: 0, unit: 'px' },
  { name: 'shiftY', label: 'Shift down', min: -2, max: 2, default: 0, unit: 'px' },
];

/** Where each latent stands in the vector. */
export const latentIndex = Object.fromEntries(names.map((name, index) => [name, index])) as Readonly<
  Record<LatentName, number>
>;
