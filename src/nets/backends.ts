import * as tf from '@tensorflow/tfjs-core';
import { registerGradientKernels } from './kernels/register.ts';

export const chooseBackend = async (): Promise<{ id: string }> => {
  tf.enableProdMode();
  await import('@tensorflow/tfjs-backend-wasm');
  await tf.setBackend('wasm');
  registerGradientKernels('wasm');
  return { id: 'wasm' };
};
