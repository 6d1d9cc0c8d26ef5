import { soundLength } from '../../data/sounds/sounds.ts';
import { bins, windowsIn } from '../../data/sounds/spectrogram.ts';
import { BeliefMark, TruthMark } from '../kit/drawing/belief-bars.tsx';
import { Pixels } from '../kit/drawing/pixels.tsx';

export interface SpectrumProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly tall: number;
  readonly size: number;
  readonly picture: Uint8Array;
  readonly head: string;
  readonly lines: readonly { readonly text: string; readonly mark?: 'truth' | 'belief'; readonly strong?: boolean }[];
  /** Names of the frequencies at its left side. */
  readonly scale?: boolean;
}

/** Height of a spectrum of that height with so many lines under it. */
export const spectrumHeight = (tall: number, size: number, lines: number): number =>
  1.6 * size + tall + (1.7 + 1.45 * lines) * size;

/** A picture of a sound: time to the right, half a second; frequency up, to 4 kHz; with what is said of it. */
export const Spectrum = ({ x, y, width, tall, size, picture, head, lines, scale = false }: SpectrumProps) => {
  const top = y + 1.6 * size;
  const foot = top + tall + 1.3 * size;
  return (
    <g font-size={size} fill="var(--quiet)">
      <text x={x} y={y + size} font-weight={600} fill="var(--ink)">
        {head}
      </text>
      <Pixels pixels={picture} width={windowsIn(soundLength)} height={bins} x={x} y={top} size={width} tall={tall} />
      {scale
        ? [4, 2, 0].map((kilohertz) => (
            <text
              key={kilohertz}
              x={x - 5}
              y={top + tall * (1 - kilohertz / 4) + (kilohertz === 4 ? 0.8 : kilohertz === 0 ? 0 : 0.36) * size}
              text-anchor="end"
            >
              {kilohertz}
            </text>
          ))
        : null}
      <text x={x} y={foot}>
        0
      </text>
      <text x={x + width} y={foot} text-anchor="end">
        0.5 s
      </text>
      {lines.map(({ text, mark, strong = false }, i) => {
        const base = foot + 1.45 * size * (i + 1);
        return (
          <g key={text}>
            {mark === 'truth' ? <TruthMark x={x + 5} y={base - 0.36 * size} /> : null}
            {mark === 'belief' ? <BeliefMark x={x + 5} y={base - 0.36 * size} /> : null}
            <text
              x={mark === undefined ? x : x + 15}
              y={base}
              fill={strong ? 'var(--ink)' : 'var(--quiet)'}
              font-weight={strong ? 600 : 400}
            >
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
};
