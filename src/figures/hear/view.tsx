import { argmax } from '../../lab/vec.ts';
import { bare, BeliefBars, beliefBarsHeight } from '../kit/drawing/belief-bars.tsx';
import type { View } from '../kit/contract/figure.ts';
import { Svg } from '../kit/drawing/svg.tsx';
import type { HearFrame } from './frame.ts';
import { heardIn } from './heard.ts';
import { kindNames, type HearState } from './params.ts';
import { Spectrum, spectrumHeight, type SpectrumProps } from './spectrum.tsx';
import { decibelsText } from './words.ts';

const places = {
  wide: { width: 720, size: 13, columns: [22, 154, 286], picture: 110, tall: 100, panel: { x: 420, width: 300 } },
  narrow: { width: 340, size: 13, columns: [16, 128, 240], picture: 98, tall: 84, panel: { x: 0, width: 340 } },
} as const;

const heads = {
  wide: { noise: 'chosen noise', heard: 'the net hears', hiss: 'random noise' },
  narrow: { noise: 'noise', heard: 'heard', hiss: 'random' },
} as const;

/** Sound + noise = what the net hears, as pictures of time and frequency; the same with random noise; the ten beliefs. */
const view: View<HearState, HearFrame> = ({ state, frame, layout, id }) => {
  const { width, size, columns, picture, tall, panel } = places[layout];
  const wide = layout === 'wide';
  const words = heads[layout];
  const kind = Number(state.kind);
  const { pictures } = heardIn(state, frame);
  const says = (probabilities: Float32Array): SpectrumProps['lines'] => {
    const heard = argmax(probabilities);
    return [
      { text: kindNames[heard] ?? '', mark: 'belief', strong: true },
      { text: `${bare(probabilities[heard] ?? 0)}\u00a0%` },
    ];
  };
  const first = spectrumHeight(tall, size, 3);
  const second = first + 12;
  const secondEnd = second + spectrumHeight(tall, size, 2);
  const pitch = wide ? 20 : 19;
  const beliefsTop = wide ? 0 : secondEnd + 14;
  const beliefsEnd = beliefsTop + size + beliefBarsHeight(10, pitch, size);
  const height = Math.ceil(Math.max(secondEnd, beliefsEnd) + 2 * size);
  const shared = { width: picture, tall, size } as const;
  const plus = (top: number, i: 1 | 2) => (
    <text
      x={(columns[i - 1] ?? 0) + picture + (columns[1] - columns[0] - picture) / 2}
      y={top + 1.6 * size + tall / 2 + 6}
      font-size={18}
      text-anchor="middle"
      fill="var(--quiet)"
    >
      {i === 1 ? '+' : '='}
    </text>
  );
  return (
    <Svg
      id={id}
      width={width}
      height={height}
      title="The sound, the noise and what the net hears, by time and frequency; the same with random noise; the net’s ten beliefs"
    >
      <Spectrum
        {...shared}
        x={columns[0]}
        y={0}
        picture={pictures.sound}
        head={wide ? 'sound, kHz' : 'kHz'}
        lines={[...says(frame.before), { text: kindNames[kind] ?? '', mark: 'truth' }]}
        scale
      />
      <Spectrum
        {...shared}
        x={columns[1]}
        y={0}
        picture={pictures.noise}
        head={words.noise}
        lines={[{ text: decibelsText(frame.decibels), strong: true }]}
      />
      <Spectrum
        {...shared}
        x={columns[2]}
        y={0}
        picture={pictures.heard}
        head={words.heard}
        lines={says(frame.after)}
      />
      {plus(0, 1)}
      {plus(0, 2)}
      <Spectrum {...shared} x={columns[0]} y={second} picture={pictures.sound} head="the same" lines={[]} scale />
      <Spectrum
        {...shared}
        x={columns[1]}
        y={second}
        picture={pictures.hiss}
        head={words.hiss}
        lines={[{ text: decibelsText(frame.controlDecibels), strong: true }]}
      />
      <Spectrum
        {...shared}
        x={columns[2]}
        y={second}
        picture={pictures.control}
        head={words.heard}
        lines={says(frame.random)}
      />
      {plus(second, 1)}
      {plus(second, 2)}
      <BeliefBars
        {...panel}
        y={beliefsTop + size}
        before={frame.before}
        after={frame.after}
        truth={kind}
        truthText="played"
        target={state.goal === 'reach' ? Number(state.target) : undefined}
        names={kindNames}
        nameRoom={8.5}
        pitch={pitch}
        size={size}
      />
      <text x={0} y={height - 0.4 * size} font-size={size} fill="var(--quiet)">
        {wide
          ? 'Black is 90 dB below the loudest possible tone and softer, white that tone; all five pictures on one scale.'
          : 'Black: −90 dB and softer; white: loudest.'}
      </text>
    </Svg>
  );
};

export default view;
