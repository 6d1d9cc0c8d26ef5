/**
 * Five nets that read digits and differ in how they are built or trained, as charts across nets draw them:
 * the robust one last.
 */
export const digitNetIds = [
  'digits-lenet',
  'digits-softmax',
  'digits-mlp',
  'digits-allconv',
  'digits-robust',
] as const;

/** One of these five. */
export type DigitNetId = (typeof digitNetIds)[number];

/**
 * Six nets that read digits and answer with one of ten, from one layer to those that were trained against
 * noise or attacks.
 */
export const tableNetIds = [
  'digits-softmax',
  'digits-mlp',
  'digits-lenet',
  'digits-allconv',
  'digits-noise',
  'digits-robust',
] as const;

/** One of these six. */
export type TableNetId = (typeof tableNetIds)[number];
