import { balls } from '../../../lab/balls/index.ts';
import type { BallId } from '../../../lab/ball.ts';
import { sizeOn, type ScaledSize, type Size, type SizeParam } from '../contract/size-param.ts';
import { decimal, lengthText, plural } from './format.ts';

/** How large one change is, measured in every way; `linf` on numbers in 0 … 1, `changed` in pixels. */
export interface Sizes {
  readonly linf: number;
  readonly l2: number;
  readonly l1: number;
  readonly changed: number;
}

/** What stands under the picture of a change, and so many grey levels that its scale is marked at. */
export interface SizeCaption {
  readonly text: string;
  readonly levels: number;
}

/** How the sizes of one ball are said. */
interface SizeWords {
  /** The word before a limit in a sentence. */
  readonly before: 'at' | 'with';
  /** How far a change may go: 'ε = 0.15 (38 grey levels of 255)'. */
  limit(size: ScaledSize): string;
  /** The same under a picture of the change that was found. */
  caption(size: ScaledSize, found: Sizes): SizeCaption;
  /** How large a change is: '1.71 in L2', '12 grey levels'. */
  found(sizes: Sizes): string;
  /** The same under a picture. */
  foundCaption(sizes: Sizes): string;
  /** A change of that size by chance: in a sentence, and in a caption, the longest first. */
  readonly alike: { readonly said: string; readonly captions: readonly string[] };
}

/** Whether a ball counts pixels. */
export const isCount = (ball: BallId): boolean => balls[ball].grain > 0;

const levelsOf = (linf: number): number => Math.round(255 * linf);

/** How many grey levels of 255 fit into a radius of L∞. */
const levelsWithin = (radius: number): number => Math.floor(255 * radius + 1e-6);

const fraction = ({ amount, scale }: ScaledSize): string => `ε = ${amount}/${scale.per}`;

const size = { said: 'the same size', captions: ['of the same size', 'same size'] };

/** L1 and L2. */
const asLength = (id: 'l1' | 'l2'): SizeWords => {
  const limit = ({ amount }: ScaledSize): string => `ε = ${decimal(amount)} in ${balls[id].title}`;
  const found = (sizes: Sizes): string => `${lengthText(sizes[id])} in ${balls[id].title}`;
  const caption = (limited: ScaledSize, { linf }: Sizes): SizeCaption => {
    const levels = levelsOf(linf);
    return { text: limit(limited) + (levels === 0 ? '' : `, ±\u00a0${levels}`), levels };
  };
  return { before: 'at', limit, caption, found, foundCaption: found, alike: size };
};

const inPixels = ({ changed }: Sizes): string => plural(changed, 'pixel');

const words: Readonly<Record<BallId, SizeWords>> = {
  linf: {
    before: 'at',
    limit: (limited) =>
      limited.scale.per === 255
        ? fraction(limited)
        : `ε = ${decimal(limited.amount)} (${plural(levelsWithin(limited.radius), 'grey level')} of 255)`,
    caption: (limited) => {
      const levels = levelsWithin(limited.radius);
      const inGrey = `ε = ${decimal(limited.amount)}, ±\u00a0${levels}`;
      return { text: limited.scale.per === 255 ? fraction(limited) : inGrey, levels };
    },
    found: ({ linf }) => plural(levelsOf(linf), 'grey level'),
    foundCaption: ({ linf }) => `±\u00a0${levelsOf(linf)}`,
    alike: size,
  },
  l2: asLength('l2'),
  l1: asLength('l1'),
  l0: {
    before: 'with',
    limit: ({ amount }) => `${plural(amount, 'pixel')} changed at most`,
    caption: (_, found) => ({ text: inPixels(found), levels: levelsOf(found.linf) }),
    found: inPixels,
    foundCaption: inPixels,
    alike: { said: 'as many pixels', captions: ['as many pixels'] },
  },
};

/** How far a change may go, on the param's scale of its ball. */
export const limitOf = (param: SizeParam, wanted: Size): string => {
  const limited = sizeOn(param, wanted);
  return words[limited.ball].limit(limited);
};

/** How a size is said in that ball. */
export const sizeWords = (ball: BallId): SizeWords => words[ball];
