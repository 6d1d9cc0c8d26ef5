import type { Vec } from '../lab/oracle.ts';
import { readerError } from '../lab/reader-error.ts';
import { digitSide, digitSize } from './digit.ts';
import { parseIdx } from './idx.ts';

/** The four files of MNIST (LeCun, Cortes, Burges), by part, with the SHA-256 of the unpacked bytes. */
export const mnistFiles = {
  train: {
    images: {
      name: 'train-images-idx3-ubyte',
      sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
    },
    labels: {
      name: 'train-labels-idx1-ubyte',
      sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
    },
  },
  test: {
    images: {
      name: 't10k-images-idx3-ubyte',
      sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
    },
    labels: {
      name: 't10k-labels-idx1-ubyte',
      sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
    },
  },
} as const;

/** A part of MNIST: what is learned from, or what is tested on. */
export type MnistPart = keyof typeof mnistFiles;

/** Where those files are published, gzipped: each mirror has `<name>.gz` under it. Tried in this order. */
export const mnistMirrors = [
  'https://ossci-datasets.s3.amazonaws.com/mnist/',
  'https://storage.googleapis.com/cvdf-datasets/mnist/',
] as const;

/** Labelled pictures of 28×28 bytes, 0 for paper and 255 for ink, one after the other. */
export interface Digits {
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
  readonly count: number;
}

/** The digits in a pair of unpacked IDX files; a reader error where they do not belong together. */
export const parseDigits = (images: Uint8Array, labels: Uint8Array): Digits => {
  const pictures = parseIdx(images, 'The file of digit pictures');
  const names = parseIdx(labels, 'The file of digit labels');
  const [count = 0, height, width] = pictures.sizes;
  if (height !== digitSide || width !== digitSide || names.sizes.length !== 1 || names.sizes[0] !== count) {
    throw readerError('The files of digit pictures and labels do not belong together. Download both again.');
  }
  return { images: pictures.bytes, labels: names.bytes, count };
};

/** Pictures `from` to `to` (exclusive) as rows of 784 numbers in 0 … 1, with their labels. */
export const digitRows = (
  digits: Digits,
  from = 0,
  to = digits.count,
): { readonly x: Vec; readonly labels: Int32Array<ArrayBuffer> } => {
  const bytes = digits.images.subarray(from * digitSize, to * digitSize);
  // Float32Array.from with a function takes half of a small net's training.
  const x = new Float32Array(bytes.length);
  for (let i = 0; i < x.length; i++) x[i] = bytes[i] / 255;
  return { x, labels: Int32Array.from(digits.labels.subarray(from, to)) };
};
