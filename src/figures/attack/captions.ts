import { bare } from '../kit/drawing/belief-bars.tsx';
import { cutTo } from '../kit/drawing/ems.ts';
import { withArticle as a } from '../kit/words/grammar.ts';
import { decimal, fixed, plural } from '../kit/words/format.ts';
import type { Layout } from '../kit/contract/figure.ts';
import type { Caption } from '../kit/drawing/triptych.tsx';
import { answerOf, isReached, nameOf, type AttackFrame } from './frame.ts';
import { ballOf, factsOf } from './methods.ts';
import { inLevels } from './nets.ts';
import type { AttackState } from './params.ts';
import { levelsOf } from './words.ts';

/** Room for a name under a picture, in units of its size. */
const room = { wide: 9, narrow: 5.9 } as const;

/** What the net says of a picture, and how surely: on one line or two. */
export const says = (frame: AttackFrame, probabilities: Float32Array, layout: Layout): readonly Caption[] => {
  const { digit, probability } = answerOf(probabilities);
  const name = cutTo(nameOf(frame, digit), room[layout]);
  return layout === 'wide'
    ? [{ text: `net: ${name}, ${bare(probability)}\u00a0%`, mark: 'belief', strong: true }]
    : [
        { text: name.length > 2 ? name : `net: ${name}`, mark: 'belief', strong: true },
        { text: `${bare(probability)}\u00a0%`, inset: true },
      ];
};

/** What a person says that it is, or where it comes from. */
export const person = (frame: AttackFrame, layout: Layout): Caption => {
  const { source, label, said } = frame;
  const name = cutTo(nameOf(frame, label), room[layout]);
  if (source === 'nothing-drawn' || source === 'dot') {
    const why = source === 'dot' ? 'only a dot: ' : 'nothing drawn: ';
    return { text: `${layout === 'wide' ? why : ''}our ${name}`, mark: 'truth' };
  }
  if (source === 'evolved') return { text: 'evolved', inset: true };
  if (source === 'noise') return { text: 'noise', inset: true };
  if (!said)
    return { text: source === 'drawn' ? 'drawn by hand' : source === 'picture' ? 'yours' : 'drawn', inset: true };
  if (layout === 'narrow' && name.length > 2) return { text: 'drawn', mark: 'truth' };
  return { text: `drawn${layout === 'wide' ? ' as' : ':'} ${layout === 'wide' ? a(name) : name}`, mark: 'truth' };
};

/** The limit or what was found, and the grey levels it or the largest change comes to. */
export const limitOf = (
  state: AttackState,
  frame: AttackFrame,
  layout: Layout,
): { readonly text: string; readonly levels: number } => {
  const largest = Math.round(255 * frame.linf);
  const beside = largest === 0 ? '' : `, ± ${largest}`;
  const wide = layout === 'wide';
  const ball = ballOf(state);
  if (factsOf(state).seeks && frame.step === 0) return { text: 'none yet', levels: 0 };
  if (factsOf(state).seeks && !isReached(frame)) {
    if (frame.outcome !== 'running') return { text: wide ? 'found: none' : 'none found', levels: largest };
    const size = ball === 'linf' ? `± ${largest}` : `${fixed(frame.l2, 2)} in L2`;
    return { text: `${wide ? 'tried: ' : ''}${size}`, levels: largest };
  }
  if (factsOf(state).seeks) {
    if (ball === 'linf') return { text: `found: ± ${largest}`, levels: largest };
    return { text: `${wide ? 'found: ' : ''}${fixed(frame.l2, 2)} in L2`, levels: largest };
  }
  if (ball === 'l0') return { text: plural(frame.changed, 'pixel'), levels: largest };
  if (ball === 'l1') return { text: `ε = ${decimal(state.sum)}${wide ? ' in L1' : ''}${beside}`, levels: largest };
  if (ball === 'l2') return { text: `ε = ${decimal(state.radius)}${wide ? ' in L2' : ''}${beside}`, levels: largest };
  const levels = levelsOf(state);
  if (inLevels(state)) return { text: `ε = ${state.levels}/255`, levels };
  return { text: `ε = ${decimal(state.epsilon)}, ± ${levels}`, levels };
};
