import { netWords } from '../../nets/catalogue.ts';
import { thingNames } from '../../data/emoji/things.ts';
import { capital, decimal, fixed, percent, plural } from '../kit/words/format.ts';
import type { Table } from '../kit/contract/figure.ts';
import { withArticle } from '../kit/words/grammar.ts';
import { orMore } from '../kit/words/subjects.ts';
import { panels, type Known, type NeuronFrame, type Wanted } from './frame.ts';
import { layerOf, netIds, placeOf, type NeuronState } from './params.ts';

/** What the nets call an answer. */
export const nameOf = ({ nets }: NeuronState, label: number): string =>
  nets === 'digits' ? String(label) : (thingNames[label] ?? String(label));

const layers = {
  conv1: 'channel of the first convolution',
  conv2: 'channel of the second convolution',
  conv3: 'channel of the third convolution',
  hidden: 'unit of the hidden layer',
} as const;

/** 'the panda neuron', 'channel 4 of the first convolution'. */
export const neuron = (state: NeuronState): string => {
  const layer = layerOf(state);
  if (layer === 'answers') return `the neuron for ${nameOf(state, placeOf(state))}`;
  return layers[layer].replace(/^\w+/u, (word) => `${word} ${placeOf(state)}`);
};

/** What the two nets are called. */
export const netsOf = ({ nets }: NeuronState) => {
  const [plain, robust] = netIds[nets];
  return { plain: netWords(plain), robust: netWords(robust) };
};

const ways = { pixels: 'pixel by pixel', held: 'held' } as const;

/** What a net calls a picture: 'panda, 99.9 %'. */
export const saysOf = (state: NeuronState, { answer, sure }: Wanted): string =>
  `${nameOf(state, answer)}, ${percent(sure)}`;

/**
 * How many times as much a picture excites the neuron as the best of those that people can name; undefined
 * where those do not.
 */
export const timesKnown = (frame: NeuronFrame, panel: number): number | undefined => {
  const best = frame.known[panel < 2 ? 0 : 1]?.[0]?.activation ?? 0;
  const value = frame.wanted[panel]?.activation ?? 0;
  return best > 0 && value > 0 ? value / best : undefined;
};

/** Numbers of three figures at most. */
export const short = (value: number): string =>
  decimal(value, Math.abs(value) < 1 ? 3 : Math.abs(value) < 10 ? 2 : 1);

/** 'The net calls all of them panda', or what it calls each. */
const calls = (state: NeuronState, { wanted }: NeuronFrame): string => {
  const names = wanted.map(({ answer }) => nameOf(state, answer));
  const least = Math.min(...wanted.map(({ sure }) => sure));
  const { plain, robust } = netsOf(state);
  return new Set(names).size === 1
    ? `Each net calls both of its pictures ${names[0] ?? ''} (${orMore(least)}).`
    : `${capital(plain.said)} calls its two ${names[0] ?? ''} and ${names[1] ?? ''}, ${robust.said} ${names[2] ?? ''} and ${names[3] ?? ''}.`;
};

/** The picture that a neuron answers most to, if it answers to any. */
const liked = (known: Known | undefined): string =>
  known === undefined || known.activation === 0 ? 'none' : `${known.name} (${short(known.activation)})`;

/** A unit that is off everywhere in sight gives a search nothing to climb. */
const silence = (state: NeuronState, { paths }: NeuronFrame): string => {
  const silent = [0, 2].filter((i) =>
    [i, i + 1].every((panel) => paths[panel]?.every((value) => value === 0)),
  );
  if (silent.length === 0) return '';
  const { plain, robust } = netsOf(state);
  const where = silent.length === 2 ? 'both nets' : silent[0] === 0 ? plain.said : robust.said;
  return ` In ${where} it was off throughout, so there was no slope to climb.`;
};

/** The finding of a frame. */
export const describe = (state: NeuronState, frame: NeuronFrame): string => {
  const nets = netsOf(state);
  const [a, b, c, d] = frame.wanted.map(({ activation }) => short(activation));
  if (frame.step === 0) {
    return `Before the first step ${neuron(state)} answers ${a ?? ''} in ${nets.plain.said} and ${c ?? ''} in ${nets.robust.said}: the picture is faint noise.`;
  }
  const [plain, robust] = frame.known.map(([first]) => first);
  const ours =
    plain?.name === robust?.name
      ? `to the one of our ${frame.among} pictures it answers most to (${plain?.name ?? ''}), ${short(plain?.activation ?? 0)} and ${short(robust?.activation ?? 0)}`
      : `of our ${frame.among} pictures it answers most to ${liked(plain)} in the one and ${liked(robust)} in the other`;
  return (
    `After ${plural(frame.step, 'step')} ${neuron(state)} answers ${a ?? ''} in ${nets.plain.said} and ${c ?? ''} in ${nets.robust.said} to pictures ` +
    `changed pixel by pixel, and ${b ?? ''} and ${d ?? ''} to pictures held to broad strokes${state.shake === 0 ? '' : ' and shaken'}; ${ours}. ${calls(state, frame)}${silence(state, frame)}`
  );
};

/** The four pictures’ numbers, then those of ours. */
export const table = (state: NeuronState, frame: NeuronFrame): Table => ({
  caption: `What ${neuron(state)} answers after step ${frame.step} of ${state.steps}, and what the whole net says of the picture.`,
  head: ['net', 'picture', 'the neuron answers', 'times the best of ours', 'the net says'],
  rows: [
    ...panels.map(({ net, way }, i) => {
      const wanted = frame.wanted[i] as Wanted;
      const times = timesKnown(frame, i);
      return [
        netsOf(state)[net].short,
        ways[way],
        short(wanted.activation),
        times === undefined ? null : fixed(times, 1),
        saysOf(state, wanted),
      ];
    }),
    ...frame.known.flatMap((list, net) =>
      list.map(({ name, activation }) => [
        netsOf(state)[net === 0 ? 'plain' : 'robust'].short,
        `ours: ${state.nets === 'digits' ? withArticle(name) : name}`,
        short(activation),
        null,
        null,
      ]),
    ),
  ],
});
