import * as tf from '@tensorflow/tfjs-core';

const swapped = (t: tf.Tensor): tf.Tensor => {
  const axes = t.shape.map((_, i) => i);
  return tf.transpose(t, [...axes.slice(0, -2), t.rank - 1, t.rank - 2]);
};

/**
 * Matrix product of which either side may be transposed, as a transposition and then a plain product.
 * The WebAssembly kernel takes a path ten times slower when it is asked to transpose, and both gradients
 * of every dense layer ask for it.
 */
export const transposedMatMul =
  (plain: (a: tf.Tensor, b: tf.Tensor) => tf.TensorInfo) =>
  (a: tf.Tensor, b: tf.Tensor, transposeA: boolean, transposeB: boolean): tf.TensorInfo =>
    transposeA || transposeB
      ? // A TensorInfo, unlike a Tensor, outlives the tidy.
        withTemporaries((keep) => plain(transposeA ? keep(swapped(a)) : a, transposeB ? keep(swapped(b)) : b))
      : plain(a, b);

const withTemporaries = <T>(use: (keep: (t: tf.Tensor) => tf.Tensor) => T): T => {
  const temporaries: tf.Tensor[] = [];
  try {
    return use((t) => {
      temporaries.push(t);
      return t;
    });
  } finally {
    tf.dispose(temporaries);
  }
};
