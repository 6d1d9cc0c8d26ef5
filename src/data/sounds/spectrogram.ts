import type { Vec } from '../../lab/oracle.ts';
import { sampleRate } from './signal.ts';

/** Samples under one window. */
export const windowLength = 256;

/** Samples from the start of one window to the start of the next. */
export const hop = 64;

/** Frequencies of a window, from 0 up to but not including half the sample rate. */
export const bins = windowLength / 2;

/** How far apart two of them are, in Hz. */
export const binWidth = sampleRate / windowLength;

const angles = Array.from({ length: windowLength }, (_, i) => (2 * Math.PI * i) / windowLength);
const cosine = Float64Array.from(angles, Math.cos);
const sine = Float64Array.from(angles, Math.sin);
/** Hann's window, over half its length: a sine of amplitude 1 has a peak of 1. */
const hann = cosine.map((value) => (2 * (1 - value)) / windowLength);

/** Where each sample of a window goes before the butterflies: its number's bits reversed. */
const reversed = Uint8Array.from({ length: windowLength }, (_, i) =>
  Array.from({ length: 8 }, (_unused, bit) => ((i >> bit) & 1) << (7 - bit)).reduce((a, b) => a | b),
);

/**
 * The Fourier transform of `windowLength` samples in place (Cooley and Tukey, radix 2); they must be in
 * reversed order.
 */
const transform = (re: Float64Array, im: Float64Array): void => {
  for (let half = 1; half < windowLength; half *= 2) {
    const stride = windowLength / (2 * half);
    for (let start = 0; start < windowLength; start += 2 * half) {
      for (let k = 0; k < half; k++) {
        const [c, s] = [cosine[k * stride], -sine[k * stride]];
        const [a, b] = [start + k, start + k + half];
        const [x, y] = [re[b], im[b]];
        const [turnedX, turnedY] = [x * c - y * s, x * s + y * c];
        re[b] = re[a] - turnedX;
        im[b] = im[a] - turnedY;
        re[a] += turnedX;
        im[a] += turnedY;
      }
    }
  }
};

/** How many windows fit into so many samples. */
export const windowsIn = (samples: number): number => Math.floor((samples - windowLength) / hop) + 1;

/**
 * The strength of a sound in −1 … 1 at each time and frequency: amplitudes, window after window, `bins`
 * numbers each.
 */
export const spectrogram = (sound: Vec): Vec => {
  const count = windowsIn(sound.length);
  const out = new Float32Array(count * bins);
  const re = new Float64Array(windowLength);
  const im = new Float64Array(windowLength);
  for (let w = 0; w < count; w++) {
    im.fill(0);
    for (let i = 0; i < windowLength; i++) re[reversed[i]] = sound[w * hop + i] * hann[i];
    transform(re, im);
    for (let k = 0; k < bins; k++) out[w * bins + k] = Math.hypot(re[k], im[k]);
  }
  return out;
};

/**
 * A spectrogram as a picture of one pixel per window and bin, high frequencies on top: black at −`range` dB
 * and below, white at an amplitude of 1.
 */
export const spectrogramPicture = (amplitudes: Vec, range: number): Uint8Array<ArrayBuffer> => {
  const count = amplitudes.length / bins;
  const out = new Uint8Array(amplitudes.length);
  amplitudes.forEach((amplitude, i) => {
    const decibels = 20 * Math.log10(Math.max(1e-9, amplitude));
    const [w, k] = [Math.floor(i / bins), i % bins];
    out[(bins - 1 - k) * count + w] = Math.round(255 * Math.max(0, Math.min(1, 1 + decibels / range)));
  });
  return out;
};
