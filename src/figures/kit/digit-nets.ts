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
