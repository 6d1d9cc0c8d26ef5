import { netWords } from '../../nets/catalogue.ts';
import { scaleLog } from 'd3';
import { clopperPearson } from '../../lab/statistics/interval.ts';
import { count } from '../kit/words/format.ts';
import { thresholds, type NoiseFrame } from './frame.ts';
import { netIds, type NoiseState } from './params.ts';
import { shareText } from './words.ts';

export interface SharesProps {
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Width kept for the names; none where they have lines of their own. */
  readonly names: number;
  readonly state: NoiseState;
  readonly frame: NoiseFrame;
}

const pitch = 17;
const gap = 8;

const groupHeight = (names: number): number => pitch * (thresholds.length + (names === 0 ? 1 : 0)) + gap;

/** Height of it all. */
export const sharesHeight = (names: number, size: number): number => netIds.length * groupHeight(names) + 5.6 * size;

/** Powers of ten of a share. */
const ticks = [0.0001, 0.001, 0.01, 0.1, 1];

/** For each net the share of pictures that it is so sure of, on a logarithmic scale, with its exact interval. */
export const Shares = ({ y, width, size, names, state, frame }: SharesProps) => {
  const { drawn, nets } = frame;
  const top = y + 2.6 * size;
  const left = names + 4.2 * size;
  const right = width - (names === 0 ? 9.6 : 12.8) * size;
  const across = scaleLog([1e-4, 1], [left, right]).clamp(true);
  const bottom = top + netIds.length * groupHeight(names);
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      <text x={0} y={y + size} font-weight={600}>
        {names === 0
          ? 'share of pictures, exact 95 % bounds, %'
          : 'share of pictures of which a net is so sure, %, with exact 95 % bounds'}
      </text>
      {ticks.map((tick) => (
        <g key={tick} fill="var(--quiet)">
          <path d={`M${across(tick)} ${top - 4}V${bottom}`} stroke="var(--rule)" />
          <text x={across(tick)} y={bottom + 1.2 * size} text-anchor="middle">
            {100 * tick}
          </text>
        </g>
      ))}
      <text x={(left + right) / 2} y={bottom + 2.6 * size} fill="var(--quiet)" text-anchor="middle">
        share, %
      </text>
      {netIds.map((id, k) => {
        const start = top + k * groupHeight(names);
        const first = start + (names === 0 ? pitch : 0);
        const strong = id === state.net;
        return (
          <g key={id} data-set={`net=${id}`} style="cursor: pointer">
            <rect
              x={0}
              y={start - 3}
              width={width}
              height={groupHeight(names) - 2}
              fill="var(--paper)"
              fill-opacity={0}
            />
            <text x={0} y={start + 0.85 * size} font-weight={strong ? 600 : 400}>
              {netWords(id).short}
            </text>
            {thresholds.map((threshold, t) => {
              const sure = nets[k]?.sure[t] ?? 0;
              const { rate, low, high } = clopperPearson(sure, drawn);
              const middle = first + t * pitch + 0.5 * size;
              const baseline = middle + 0.36 * size;
              const tone = strong ? 'var(--belief)' : 'var(--edge)';
              return (
                <g key={threshold}>
                  <text x={left - 0.6 * size} y={baseline} text-anchor="end" fill="var(--quiet)">
                    ≥ {100 * threshold}
                  </text>
                  <path
                    d={`M${across(Math.max(1e-4, low))} ${middle}H${across(Math.max(1e-4, high))}`}
                    stroke={tone}
                    stroke-width={2}
                  />
                  <path d={`M${across(Math.max(1e-4, high))} ${middle - 4}v8`} stroke={tone} stroke-width={1.5} />
                  {sure === 0 ? null : (
                    <>
                      <path d={`M${across(low)} ${middle - 4}v8`} stroke={tone} stroke-width={1.5} />
                      <circle cx={across(rate)} cy={middle} r={3.5} fill={tone} />
                    </>
                  )}
                  <text x={width} y={baseline} text-anchor="end" fill={strong ? 'var(--ink)' : 'var(--quiet)'}>
                    {names === 0 ? count(sure) : `${count(sure)} of ${count(drawn)}`}:{' '}
                    {sure === 0 ? `< ${shareText(high)}` : `${shareText(low)}–${shareText(high)}`}
                  </text>
                </g>
              );
            })}
          </g>
        );
      })}
    </g>
  );
};
