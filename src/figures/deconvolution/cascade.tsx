import { fixed } from '../kit/words/format.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { rules, type DeconvolutionFrame } from './frame.ts';
import { mapPixels } from './map-pixels.ts';
import { layersOf, type DeconvolutionState } from './params.ts';
import { layersNamed, nameOf, ruleNames } from './words.ts';

interface CascadeProps {
  readonly state: DeconvolutionState;
  readonly frame: DeconvolutionFrame;
  readonly wide: boolean;
  /** Pixels along a side of a map, and its width in the drawing. */
  readonly side: number;
  readonly map: number;
  readonly y: number;
  readonly size: number;
  /** Where the middle of the maps with so many layers shuffled stands. */
  readonly across: (layers: number) => number;
}

const pitchOf = (wide: boolean, map: number, size: number): number => map + (wide ? 1.9 : 3.4) * size;

/** Height of what stands over the first row of maps. */
const headOf = (wide: boolean, size: number): number => (wide ? 3.1 : 4.9) * size;

/** Height of the maps, with their heads. */
export const cascadeHeight = (wide: boolean, map: number, size: number): number =>
  headOf(wide, size) + rules.length * pitchOf(wide, map, size);

/** The maps of the same question with more and more layers shuffled, rule by rule; those to come are left as empty places. */
export const Cascade = ({ state, frame, wide, side, map, y, size, across }: CascadeProps) => (
  <g>
    <text y={y + size} font-weight={600}>
      {`for ${nameOf(state, frame.label)} again, layers shuffled${wide ? ' from the answers down' : ''}`}
    </text>
    {rules.map((rule, r) => {
      const top = y + headOf(wide, size) + r * pitchOf(wide, map, size);
      return (
        <g key={rule}>
          <text x={0} y={wide ? top + map / 2 + 0.36 * size : top - 0.5 * size} fill="var(--quiet)">
            {rule}
          </text>
          {Array.from({ length: layersOf(state) }, (_, i) => {
            const one = frame.shuffled[i];
            const x = across(i + 1) - map / 2;
            return (
              <g key={i}>
                {r > 0 ? null : (
                  <text x={x + map / 2} y={y + 2.6 * size} text-anchor="middle" fill="var(--quiet)">
                    {i === 0 ? '1 layer' : String(i + 1)}
                  </text>
                )}
                {one === undefined ? (
                  <rect x={x} y={top} width={map} height={map} fill="none" stroke="var(--rule)" />
                ) : (
                  <>
                    <Pixels
                      pixels={mapPixels(one.maps[r])}
                      width={side}
                      height={side}
                      x={x}
                      y={top}
                      size={map}
                      title={`${ruleNames[rule]}: ${layersNamed(state, i + 1)} shuffled`}
                    />
                    <text x={x + map / 2} y={top + map + 1.2 * size} text-anchor="middle">
                      {one.maps[r]?.every((value) => value === 0) ? 'empty' : fixed(one.like[r] ?? 0, 2)}
                    </text>
                  </>
                )}
              </g>
            );
          })}
        </g>
      );
    })}
  </g>
);
