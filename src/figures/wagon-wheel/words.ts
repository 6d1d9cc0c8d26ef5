import { netWords } from '../../nets/catalogue.ts';
import { decimal, percent, percentAmong, signed } from '../kit/words/format.ts';
import type { Table } from '../kit/contract/figure.ts';
import { withArticle } from '../kit/words/grammar.ts';
import type { WheelFrame } from './frame.ts';
import { isEither, netId, seenSpeed, steps, type WheelState } from './params.ts';

const degrees = (angle: number): string => `${decimal(angle, 2)}°`;

/** How a film shows a wheel that turns, or does not. */
const seems = (state: WheelState): string => {
  const seen = seenSpeed(state.speed, state);
  if (state.speed === 0) return 'stands still, and so it does';
  if (seen === 0) return 'seems to stand still';
  const speed = `${decimal(Math.abs(seen), 2)} turns a second`;
  return isEither(seen, state)
    ? `may as well turn forwards as backwards, at ${speed}: every spoke comes to lie midway between two`
    : `seems to turn ${seen < 0 ? 'backwards' : 'forwards'} at ${speed}`;
};

/** How the wheel turns and how the film shows it, or what the net reads in the picture before and after. */
export const describe = (state: WheelState, frame: WheelFrame): string => {
  if (frame.kind === 'wheel') {
    const { speed, rate, spokes } = state;
    return (
      `A wheel of ${spokes} spokes turns ${decimal(speed)} times a second; on film, at ${rate} frames a second, it ` +
      `${seems(state)}. From one frame to the next it turns by ${degrees((360 * speed) / rate)}, and its spokes are ` +
      `${degrees(360 / spokes)} apart.`
    );
  }
  const [kept, mean] = [frame.kept.at(-1), frame.means.at(-1)];
  return (
    `A picture of ${withArticle(state.shown)} hides ${withArticle(state.hidden)} in one pixel of ${state.factor ** 2}. Made small by keeping that one, ` +
    `it is read as ${withArticle(String(kept?.says ?? ''))} (${percent(kept?.belief ?? 0)} for the ${state.hidden}); made small by the mean of each cell, ` +
    `as ${withArticle(String(mean?.says ?? ''))} (${percent(mean?.belief ?? 0)} for the ${state.hidden}).`
  );
};

/** The speed on film; with both signs where it may be either. */
const seenText = (speed: number, state: WheelState): string => {
  const seen = seenSpeed(speed, state);
  return isEither(seen, state) ? `±${decimal(Math.abs(seen), 3)}` : signed(seen, 3);
};

const wheelTable = (state: WheelState): Table => ({
  caption: `What a film of ${state.rate} frames a second shows of a wheel of ${state.spokes} spokes, by its true speed, in turns a second.`,
  head: ['true speed', 'speed on film'],
  rows: [...Array.from({ length: 13 }, (_, i) => i / 2), state.speed]
    .filter((speed, i, all) => all.indexOf(speed) === i)
    .toSorted((a, b) => a - b)
    .map((speed) => [decimal(speed, 2), seenText(speed, state)]),
});

/** Speeds as the film shows them, or the net's answers as the hidden picture comes up. */
export const table = (state: WheelState, frame: WheelFrame): Table =>
  frame.kind === 'wheel'
    ? wheelTable(state)
    : {
        caption: `What ${netWords(netId).said} makes of the picture as the hidden ${state.hidden} comes up in one pixel of ${state.factor ** 2}.`,
        head: [
          'share of the hidden picture',
          'one pixel kept: says',
          `probability of ${state.hidden}`,
          'means: says',
          `probability of ${state.hidden}, means`,
        ],
        rows: frame.kept.map(({ says, belief }, i) => [
          `${decimal((100 * i) / steps)}\u00a0%`,
          says,
          percentAmong(frame.kept.map((one) => one.belief))(belief),
          frame.means[i]?.says ?? null,
          percentAmong(frame.means.map((one) => one.belief))(frame.means[i]?.belief ?? 0),
        ]),
      };
