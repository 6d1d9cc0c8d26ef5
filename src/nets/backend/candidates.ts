import * as tf from '@tensorflow/tfjs-core';
import { registerGradientKernels } from '../kernels/register.ts';
import type { BackendId, Candidate } from './candidate.ts';

const use = async (id: BackendId): Promise<void> => {
  if (!(await tf.setBackend(id))) throw new Error('it cannot be started on this device');
};

let forgetKernels: (() => void) | undefined;

const wasm: Candidate = {
  id: 'wasm',
  title: 'WebAssembly',
  start: async () => {
    const { locateBinaries, afterStart } = tf.env().getBool('IS_BROWSER')
      ? await import('./wasm-browser.ts')
      : await import('./wasm-node.ts');
    locateBinaries();
    await use('wasm');
    afterStart();
    forgetKernels?.();
    forgetKernels = registerGradientKernels('wasm');
  },
};

const webgl: Candidate = {
  id: 'webgl',
  title: 'WebGL',
  patience: 60,
  start: async () => {
    await import('@tensorflow/tfjs-backend-webgl');
    await use('webgl');
  },
};

const webgpu: Candidate = {
  id: 'webgpu',
  title: 'WebGPU',
  patience: 60,
  start: async () => {
    await import('@tensorflow/tfjs-backend-webgpu');
    await use('webgpu');
  },
};

const cpu: Candidate = {
  id: 'cpu',
  title: 'plain JavaScript',
  start: async () => {
    await import('@tensorflow/tfjs-backend-cpu');
    await use('cpu');
  },
};

/**
 * In the order in which they are tried. WebAssembly comes first because our nets are small: a gradient of
 * digits-lenet takes it under a millisecond, less than one answer takes to come back from a graphics
 * card, and every step of every attack waits for such an answer.
 */
export const candidates = (): readonly Candidate[] =>
  tf.env().getBool('IS_BROWSER') ? [wasm, webgpu, webgl, cpu] : [wasm, cpu];
