import { decimal, percent, signed } from '../kit/format.ts';
import type { Table } from '../kit/figure.ts';
import type { WheelFrame } from './frame.ts';
import { seenSpeed, steps, type WheelState } from './params.ts';

const degrees = (angle: number): string => `${decimal(angle, 2)}°`;

const seems = (seen: number): string =>
  Math.abs(seen) < 1e-9
    ? 'seems to stand still'
    : `seems to turn ${seen < 0 ? 'backwards' : 'forwards'} at ${decimal(Math.abs(seen), 2)} turns a second`;

export const describe = (state: WheelState, frame: WheelFrame): string => {
  if (frame.kind === 'wheel') {
    const { speed, rate, spokes } = state;
    return (
      `A wheel of ${spokes} spokes turns ${decimal(speed)} times a second; on film, at ${rate} frames a second, it ` +
      `${seems(seenSpeed(speed, state))}. From one frame to the next it turns by ${degrees((360 * speed) / rate)}, and its spokes are ` +
      `${degrees(360 / spokes)} apart.`
    );
  }
  const [kept, mean] = [frame.kept.at(-1), frame.means.at(-1)];
  return (
    `A picture of a ${state.shown} hides a ${state.hidden} in one pixel of ${state.factor ** 2}. Made small by keeping that one, ` +
    `it is read as a ${kept?.says ?? ''} (${percent(kept?.belief ?? 0)} for the ${state.hidden}); made small by the mean of each cell, ` +
    `as a ${mean?.says ?? ''} (${percent(mean?.belief ?? 0)} for the ${state.hidden}).`
  );
};

const wheelTable = (state: WheelState): Table => ({
  caption: `What a film of ${state.rate} frames a second shows of a wheel of ${state.spokes} spokes, by its true speed, in turns a second.`,
  head: ['true speed', 'speed on film'],
  rows: [...Array.from({ length: 13 }, (_, i) => i / 2), state.speed]
    .filter((speed, i, all) => all.indexOf(speed) === i)
    .toSorted((a, b) => a - b)
    .map((speed) => [decimal(speed, 2), signed(seenSpeed(speed, state), 3)]),
});

export const table = (state: WheelState, frame: WheelFrame): Table =>
  frame.kind === 'wheel'
    ? wheelTable(state)
    : {
        caption: `What LeNet makes of the picture as the hidden ${state.hidden} comes up in one pixel of ${state.factor ** 2}.`,
        head: [
          'share of the hidden picture',
          'one pixel kept: says',
          `probability of ${state.hidden}`,
          'means: says',
          `probability of ${state.hidden}, means`,
        ],
        rows: frame.kept.map(({ says, belief }, i) => [
          `${decimal((100 * i) / steps)} %`,
          says,
          percent(belief),
          frame.means[i]?.says ?? null,
          percent(frame.means[i]?.belief ?? 0),
        ]),
      };
