import { argmax } from '../../lab/vec.ts';
import { verdict } from '../../lab/verdict.ts';
import type { Sound } from '../kit/live/sounds.tsx';
import type { Table } from '../kit/contract/figure.ts';
import { capital, decimal, percent, percentAmong, plural } from '../kit/words/format.ts';
import { withArticle } from '../kit/words/grammar.ts';
import type { HearFrame } from './frame.ts';
import { heardIn } from './heard.ts';
import { kindNames, type HearState } from './params.ts';

/** What the net answers, and how surely: 'a vowel e (99.99 %)'. */
export const answer = (probabilities: Float32Array): string => {
  const { says, sure } = verdict(probabilities);
  return `${withArticle(kindNames[says] ?? '')} (${percent(sure)})`;
};

/** How soft a noise is: '22.3 dB below'; null is no noise. */
export const decibelsText = (decibels: number | null): string =>
  decibels === null ? 'no noise' : `${decimal(decibels, 1)} dB below`;

/**
 * The finding: what is heard without and with the noise, how soft that is, and what random noise as loud
 * does.
 */
export const describe = (state: HearState, frame: HearFrame): string => {
  const { before, after, random, decibels, step } = frame;
  const name = kindNames[Number(state.kind)] ?? '';
  const start = `The net hears this ${name} as ${answer(before)}`;
  if (decibels === null) return `${start}; nothing has been added to it.`;
  const when = step < state.steps ? `after ${step} of ${plural(state.steps, 'step')}, ` : '';
  const verb = argmax(after) === argmax(before) ? 'it still hears' : 'it hears';
  const wanted =
    state.goal === 'reach' && argmax(after) !== Number(state.target)
      ? ` It was to be ${withArticle(kindNames[Number(state.target)] ?? '')}.`
      : '';
  return `${start}. With a chosen noise ${decimal(decibels, 1)} dB below the sound, ${when}${verb} ${answer(after)}; with random noise as loud, ${answer(random)}.${wanted}`;
};

/** The ten probabilities of the sound, with the chosen noise and with the random one. */
export const table = (state: HearState, frame: HearFrame): Table => ({
  caption: `${capital(withArticle(kindNames[Number(state.kind)] ?? ''))} after step ${frame.step} of ${state.steps}. Chosen noise: ${decibelsText(frame.decibels)} the sound; random noise: ${decibelsText(frame.controlDecibels)}.`,
  head: ['answer', 'the sound', 'with chosen noise', 'with random noise'],
  rows: kindNames.map((name, i) => [
    name,
    ...[frame.before, frame.after, frame.random].map((column) => percentAmong(column)(column[i] ?? 0)),
  ]),
});

const rate = 8000;
const samples = (bits: Int16Array): Float32Array => Float32Array.from(bits, (value) => value / 32767);

/** The largest size of any sample. */
const peak = (sound: Float32Array): number =>
  sound.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/**
 * All that can be heard: the sound, both with noise, and the chosen noise alone, made as loud as the sound.
 */
export const sounds = (state: HearState, frame: HearFrame): readonly Sound[] => {
  const { sound, heard, control } = heardIn(state, frame);
  const plain = samples(sound);
  if (frame.decibels === null) return [{ title: 'the sound', samples: plain, rate }];
  const noise = samples(heard).map((value, i) => value - (plain[i] ?? 0));
  const times = peak(plain) / Math.max(1e-6, peak(noise));
  return [
    { title: 'the sound', samples: plain, rate },
    { title: 'with the chosen noise', samples: samples(heard), rate },
    { title: 'with random noise', samples: samples(control), rate },
    {
      title: `the chosen noise alone, × ${decimal(times, 0)}`,
      samples: noise.map((value) => value * times),
      rate,
    },
  ];
};
