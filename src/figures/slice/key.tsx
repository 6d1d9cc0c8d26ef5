import { stack } from '../kit/drawing/layout/arrange.tsx';
import type { Piece } from '../kit/drawing/layout/piece.tsx';
import { plot } from '../kit/drawing/layout/plot.tsx';
import { text } from '../kit/drawing/layout/text.tsx';
import { ascent } from '../kit/drawing/layout/type.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { colourOf } from './map-colours.ts';

const confidences = [0.3, 0.5, 0.9, 0.99, 0.999] as const;

/** How much colour stands for how much confidence, on the colour of a class. */
export const key = (label: number): Piece =>
  stack(
    [
      text(`read as ${label}: paler, less sure, %`),
      plot('key', { lines: 1.6 }, ({ height, size }) => (
        <g font-size={size} fill="var(--quiet)" text-anchor="middle">
          {confidences.map((confidence, i) => (
            <g key={confidence} transform={`translate(${44 * i} 0)`}>
              <Pixels
                pixels={Uint8Array.from(colourOf(label, confidence))}
                width={1}
                height={1}
                x={0}
                y={1}
                size={36}
                tall={9}
              />
              <text x={18} y={height - (1.45 - ascent) * size}>
                {Number((100 * confidence).toFixed(1))}
              </text>
            </g>
          ))}
        </g>
      )),
    ],
    2,
  );
