import { soundLength } from '../../data/sounds/sounds.ts';
import { bins, windowsIn } from '../../data/sounds/spectrogram.ts';
import { verdict } from '../../lab/verdict.ts';
import { columns, droppedAt, fromWidth, gap, stack, wide } from '../kit/drawing/arrange.ts';
import {
  bare,
  beliefs,
  drawnBy,
  heading,
  label,
  labelled,
  type Piece,
  Pixels,
  plot,
  sign,
  text,
  toBaseline,
} from '../kit/drawing/pieces.ts';
import type { HearFrame } from './frame.ts';
import { heardIn } from './heard.ts';
import { kindNames, type HearState } from './params.ts';
import { decibelsText } from './words.ts';

/** How high a sound is: at least so high that its frequencies can be written beside it. */
const tallOf = (full: number) => ({ full, least: 44 });

/** A sound by time (to the right, half a second) and frequency (up, to 4 kHz). */
const spectrum = (pixels: Uint8Array, tall: number): Piece =>
  plot('spectrum', tallOf(tall), ({ width, height }) => (
    <Pixels
      pixels={pixels}
      width={windowsIn(soundLength)}
      height={bins}
      x={0.5}
      y={0.5}
      size={width - 1}
      tall={height - 1}
    />
  ));

/** The frequencies in kHz, left of a sound that is so high. */
const scale = (tall: number): Piece =>
  labelled(
    plot('scale', tallOf(tall), () => null),
    ({ width, height, size }) =>
      ([4, 2, 0] as const).map((kilohertz) => {
        const y = height * (1 - kilohertz / 4) + { 4: 0.8, 2: toBaseline, 0: -0.15 }[kilohertz] * size;
        return label(String(kilohertz), { x: width - 5, y }, { size, anchor: 'end' });
      }),
  );

const time = columns([text('0'), wide({ ems: 3 }, text('0.5 s', { align: 'end' }))]);

/** A sound or a noise: its name, its picture, and what is said of it. */
interface Shown {
  readonly head: string;
  readonly pixels: Uint8Array;
  readonly said: readonly Piece[];
}

/** Sound + noise = what the net hears. */
const sum = (shown: readonly [Shown, Shown, Shown], tall: number): Piece => {
  const none = gap(0);
  const row = (
    pieceOf: (one: Shown) => Piece,
    align: 'top' | 'middle' | 'bottom',
    [before, plus, equals] = [none, none, none],
  ): Piece => {
    const [sound, noise, heard] = shown.map(pieceOf) as [Piece, Piece, Piece];
    return columns([wide(17, before), sound, wide(18, plus), noise, wide(18, equals), heard], { align });
  };
  return stack([
    row(({ head }) => heading(head), 'bottom'),
    gap(3),
    row(({ pixels }) => spectrum(pixels, tall), 'middle', [scale(tall), sign('+'), sign('=')]),
    row(({ said }) => stack([time, ...said]), 'top'),
  ]);
};

const says = (probabilities: Float32Array): readonly Piece[] => {
  const { says: heard, sure } = verdict(probabilities);
  return [text(kindNames[heard] ?? '', { mark: 'belief', strong: true }), text(`${bare(sure)}\u00a0%`)];
};

const sums = (state: HearState, frame: HearFrame, tall: number): Piece => {
  const { pictures } = heardIn(state, frame);
  const played = text(kindNames[Number(state.kind)] ?? '', { mark: 'truth' });
  const loud = (decibels: number | null): Piece => text(decibelsText(decibels), { strong: true });
  return stack(
    [
      sum(
        [
          { head: 'sound, kHz', pixels: pictures.sound, said: [...says(frame.before), played] },
          { head: 'chosen noise', pixels: pictures.noise, said: [loud(frame.decibels)] },
          { head: 'the net hears', pixels: pictures.heard, said: says(frame.after) },
        ],
        tall,
      ),
      droppedAt(
        2,
        sum(
          [
            { head: 'the same', pixels: pictures.sound, said: [] },
            { head: 'random noise', pixels: pictures.hiss, said: [loud(frame.controlDecibels)] },
            { head: 'the net hears', pixels: pictures.control, said: says(frame.random) },
          ],
          tall,
        ),
      ),
    ],
    12,
  );
};

/**
 * Sound + noise = what the net hears, as pictures of time and frequency; the same with random noise; the ten
 * beliefs.
 */
export default drawnBy<HearState, HearFrame>(({ state, frame }) => {
  const believed = beliefs({
    before: frame.before,
    after: frame.after,
    truth: Number(state.kind),
    truthText: 'played',
    target: state.goal === 'reach' ? Number(state.target) : undefined,
    names: kindNames,
  });
  return {
    title:
      'The sound, the noise and what the net hears, by time and frequency; the same with random noise; the net’s ten beliefs',
    content: stack(
      [
        fromWidth(
          600,
          columns(
            [
              wide({ share: 1.3 }, fromWidth(580, sums(state, frame, 150), sums(state, frame, 100))),
              believed,
            ],
            { space: 26 },
          ),
          stack([sums(state, frame, 100), believed], 16),
        ),
        droppedAt(
          1,
          text(
            'Black: 90 dB below the loudest possible tone, and softer; white: that tone; all five on one scale.',
          ),
        ),
      ],
      12,
    ),
  };
});
