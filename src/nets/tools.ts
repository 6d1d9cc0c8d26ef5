// What a bench needs of the nets, in one chunk that arrives with TensorFlow.js.
export { chooseBackend } from './backends.ts';
export { loadNet } from './load-net.ts';
export { loadReader } from './reader/load-reader.ts';
export { ownModel } from './own/own-model.ts';
export { logisticNet } from './logistic.ts';
