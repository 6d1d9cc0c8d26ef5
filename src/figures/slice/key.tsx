import { stack } from '../kit/drawing/arrange.ts';
import { ascent, type Piece, Pixels, plot, text } from '../kit/drawing/pieces.ts';
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
