import { expect, it } from 'vitest';
import {
  bins,
  binWidth,
  spectrogram,
  spectrogramPicture,
  windowsIn,
} from '../../src/data/sounds/spectrogram.ts';

const sine = (bin: number, amplitude: number): Float32Array<ArrayBuffer> =>
  Float32Array.from({ length: 1024 }, (_, i) => amplitude * Math.sin((2 * Math.PI * bin * i) / 256 + 0.3));

it('has of a sine in the middle of a bin its amplitude there, half of it on both sides, and nothing else', () => {
  const amplitudes = spectrogram(sine(40, 0.6));
  expect(amplitudes).toHaveLength(windowsIn(1024) * bins);
  for (let w = 0; w < windowsIn(1024); w++) {
    const at = (k: number): number => amplitudes[w * bins + k] ?? NaN;
    expect(at(40)).toBeCloseTo(0.6, 5);
    expect(at(39)).toBeCloseTo(0.3, 5);
    expect(at(41)).toBeCloseTo(0.3, 5);
    expect(
      Math.max(...Array.from({ length: bins }, (_, k) => (Math.abs(k - 40) < 2 ? 0 : at(k)))),
    ).toBeLessThan(1e-6);
  }
  expect(binWidth).toBe(31.25);
});

it('is linear in loudness: ten times softer is 20 dB darker', () => {
  const grey = (amplitude: number): number =>
    Math.max(...spectrogramPicture(spectrogram(sine(40, amplitude)), 80));
  expect(grey(1)).toBe(255);
  expect(grey(0.1)).toBe(Math.round(255 * 0.75));
  expect(grey(0)).toBe(0);
});
