import { latents, type LatentName } from '../../data/strokes/latents.ts';
import type { Ink } from '../../data/ink.ts';
import type { Preset } from '../kit/contract/figure.ts';
import type { AttackState } from './params.ts';

/** The usual shape with some of its numbers changed. */
const shaped = (changes: Partial<Readonly<Record<LatentName, number>>>): readonly number[] =>
  latents.map((spec) => changes[spec.name] ?? spec.default);

const stroke = (width: number, ...places: readonly (readonly [x: number, y: number])[]): Ink[number] =>
  places.map(([x, y]) => ({ x, y, width }));

/** A four in two strokes, as someone might draw it on the pad. */
const four: Ink = [
  stroke(25, [98, 46], [90, 78], [79, 112], [72, 136], [92, 140], [126, 136], [158, 131], [178, 129]),
  stroke(26, [156, 62], [153, 98], [149, 140], [146, 178], [145, 212]),
];

/** States that the text speaks about, or that show where the attack ends. */
export const presets: Readonly<Record<string, Preset<AttackState>>> = {
  softmax: {
    title: 'A net of one layer needs less',
    state: { net: 'digits-softmax', size: { ball: 'linf', radius: 0.05 } },
  },
  fgsm: { title: 'One step needs more', state: { attack: 'fgsm', size: { ball: 'linf', radius: 0.3 } } },
  'to-a-0': { title: 'Made to be a 0', state: { goal: 'reach', size: { ball: 'linf', radius: 0.3 } } },
  euclidean: { title: 'Measured by its length', state: { size: { ball: 'l2', radius: 2 } } },
  'too-small': { title: 'A nudge too small', state: { size: { ball: 'linf', radius: 0.1 } } },
  'thin-digit': {
    title: 'A thin, slanting hand',
    state: { shape: shaped({ slant: 30, thickness: 1.4 }), size: { ball: 'linf', radius: 0.15 } },
  },
  drawn: { title: 'A digit drawn by hand', state: { input: 'drawn', drawing: four, meant: '4' } },
  robust: { title: 'A net trained against it', state: { net: 'digits-robust' } },
  smallest: { title: 'The smallest nudge', state: { attack: 'ddn', steps: 100 } },
  'far-wall': {
    title: 'A smallest nudge that is none',
    state: { net: 'digits-robust', attack: 'ddn', steps: 100 },
  },
  'few-pixels': { title: 'Few pixels', state: { attack: 'jsma' } },
  questions: { title: 'By questions alone', state: { attack: 'square', queries: 2000 } },
  tiger: {
    title: 'A tiger that is a hamburger',
    state: {
      net: 'emoji-cnn',
      input: 'thing',
      thing: 'tiger',
      size: { ball: 'linf', radius: 4 / 255 },
      steps: 20,
    },
  },
  guitar: {
    title: 'A guitar that is a bagel',
    state: {
      net: 'imagenet-mobilenet',
      input: 'thing',
      thing: 'guitar',
      goal: 'reach',
      size: { ball: 'linf', radius: 4 / 255 },
      steps: 10,
    },
    needs: 'imagenet-mobilenet',
  },
};
