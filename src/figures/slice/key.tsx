import { Pixels } from '../kit/drawing/pixels.tsx';
import { colourOf } from './map-colours.ts';

const confidences = [0.3, 0.5, 0.9, 0.99, 0.999] as const;

interface KeyProps {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly label: number;
}

/** How much colour stands for how much confidence, on the colour of a class. */
export const Key = ({ x, y, size, label }: KeyProps) => (
  <g font-size={size} fill="var(--quiet)">
    <text x={x} y={y + size}>
      read as {label}: paler, less sure, %
    </text>
    {confidences.map((confidence, i) => (
      <g key={confidence}>
        <Pixels
          pixels={Uint8Array.from(colourOf(label, confidence))}
          width={1}
          height={1}
          x={x + 44 * i}
          y={y + 1.5 * size}
          size={36}
          tall={9}
        />
        <text x={x + 44 * i + 18} y={y + 3.3 * size} text-anchor="middle">
          {Number((100 * confidence).toFixed(1))}
        </text>
      </g>
    ))}
  </g>
);
