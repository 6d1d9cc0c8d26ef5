/** The nets that read digits and differ in how they are built or trained, the one trained against attacks last. */
export const digitNetIds = ['digits-lenet', 'digits-softmax', 'digits-mlp', 'digits-allconv', 'digits-robust'] as const;
export type DigitNetId = (typeof digitNetIds)[number];

/** Their names as options and labels. */
export const digitNetNames: Readonly<Record<DigitNetId, string>> = {
  'digits-lenet': 'LeNet',
  'digits-softmax': 'softmax, one layer',
  'digits-mlp': 'two hidden layers',
  'digits-allconv': 'all-convolutional',
  'digits-robust': 'trained on attacks',
};

/** Their names inside a sentence. */
export const digitNetsSaid: Readonly<Record<DigitNetId, string>> = {
  'digits-lenet': 'LeNet',
  'digits-softmax': 'the softmax net',
  'digits-mlp': 'the net with two hidden layers',
  'digits-allconv': 'the all-convolutional net',
  'digits-robust': 'the net trained on attacks',
};

/** Six nets that read digits, from one layer to LeNet trained against attacks, as tables across nets list them. */
export const tableNetIds = [
  'digits-softmax',
  'digits-mlp',
  'digits-lenet',
  'digits-allconv',
  'digits-noise',
  'digits-robust',
] as const;
export type TableNetId = (typeof tableNetIds)[number];

/** Their names as options. */
export const tableNetOptions: Readonly<Record<TableNetId, string>> = {
  'digits-softmax': 'softmax, one layer',
  'digits-mlp': 'two hidden layers',
  'digits-lenet': 'LeNet',
  'digits-allconv': 'all-convolutional',
  'digits-noise': 'LeNet, trained under noise',
  'digits-robust': 'LeNet, trained against attacks',
};

/** Their names at the edge of a table. */
export const tableNetNames: Readonly<Record<TableNetId, string>> = {
  'digits-softmax': 'softmax',
  'digits-mlp': 'two layers',
  'digits-lenet': 'LeNet',
  'digits-allconv': 'all-conv',
  'digits-noise': 'noise',
  'digits-robust': 'robust',
};
