import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';

// In development mode TensorFlow.js counts tensors after every kernel and prints advice.
tf.enableProdMode();

/** Runs a computation on one backend and returns its numbers; nothing stays behind. */
export const on = async (backend: 'cpu' | 'wasm', f: () => tf.Tensor): Promise<Float32Array> => {
  await tf.setBackend(backend);
  return tf.tidy(() => Float32Array.from(f().dataSync()));
};

/**
 * The largest difference between two lists, relative to the largest number among them where that exceeds 1.
 */
export const gap = (a: Float32Array, b: Float32Array): number => {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  const scale = Math.max(1, ...a.map(Math.abs));
  return Math.max(0, ...a.map((v, i) => Math.abs(v - (b[i] ?? Number.NaN)) / scale));
};
