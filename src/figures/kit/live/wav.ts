import { dataUri } from '../drawing/data-uri.ts';

/**
 * Mono sound as a `data:` address of a WAV file: 16-bit PCM of samples in −1 … 1 (louder is cut), `rate` of
 * them a second.
 */
export const wavDataUri = (samples: Float32Array, rate: number): string => {
  const header = 44;
  const bytes = new Uint8Array(header + 2 * samples.length);
  const view = new DataView(bytes.buffer);
  const text = (at: number, letters: string): void =>
    Array.from(letters).forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  // PCM, one channel.
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, 2 * rate, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, 2 * samples.length, true);
  samples.forEach((sample, i) =>
    view.setInt16(header + 2 * i, Math.round(32767 * Math.max(-1, Math.min(1, sample))), true),
  );
  return dataUri('audio/wav', bytes);
};
