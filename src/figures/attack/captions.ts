import { bare } from '../kit/drawing/belief-bars.tsx';
import { decimal, fixed, plural } from '../kit/words/format.ts';
import type { Piece } from '../kit/drawing/layout/piece.tsx';
import { text, type TextStyle } from '../kit/drawing/layout/text.tsx';
import { answerOf, isReached, nameOf, type AttackFrame } from './frame.ts';
import { ballOf, factsOf } from './methods.ts';
import { inLevels } from './nets.ts';
import type { AttackState } from './params.ts';
import { withArticle as a } from '../kit/words/grammar.ts';
import { levelsOf } from './words.ts';

/** A name under a picture, of at most three lines. */
const line = (content: string, style: TextStyle): Piece =>
  text(content, { lines: 3, mayBeCut: true, ...style });

/** What the net says of a picture, and how surely. */
export const says = (frame: AttackFrame, probabilities: Float32Array): Piece => {
  const { digit, probability } = answerOf(probabilities);
  return line(`net: ${nameOf(frame, digit)}, ${bare(probability)}\u00a0%`, { mark: 'belief', strong: true });
};

/** What a person says that it is, or where it comes from. */
export const person = (frame: AttackFrame): Piece => {
  const { source, label, said } = frame;
  const name = nameOf(frame, label);
  if (source === 'nothing-drawn' || source === 'dot')
    return line(`${source === 'dot' ? 'only a dot' : 'nothing drawn'}: our ${name}`, { mark: 'truth' });
  if (source === 'evolved' || source === 'noise') return line(source, { mark: 'room' });
  if (!said)
    return line(source === 'drawn' ? 'drawn by hand' : source === 'picture' ? 'yours' : 'drawn', {
      mark: 'room',
    });
  return line(`drawn as ${a(name)}`, { mark: 'truth' });
};

/** The limit or what was found, and the grey levels it or the largest change comes to. */
export const limitOf = (
  state: AttackState,
  frame: AttackFrame,
): { readonly text: string; readonly levels: number } => {
  const largest = Math.round(255 * frame.linf);
  const beside = largest === 0 ? '' : `, ±\u00a0${largest}`;
  const ball = ballOf(state);
  const inL2 = `${fixed(frame.l2, 2)} in L2`;
  if (factsOf(state).seeks && frame.step === 0) return { text: 'none yet', levels: 0 };
  if (factsOf(state).seeks && !isReached(frame)) {
    if (frame.outcome !== 'running') return { text: 'found: none', levels: largest };
    return { text: `tried: ${ball === 'linf' ? `±\u00a0${largest}` : inL2}`, levels: largest };
  }
  if (factsOf(state).seeks)
    return { text: `found: ${ball === 'linf' ? `±\u00a0${largest}` : inL2}`, levels: largest };
  if (ball === 'l0') return { text: plural(frame.changed, 'pixel'), levels: largest };
  if (ball === 'l1') return { text: `ε = ${decimal(state.sum)} in L1${beside}`, levels: largest };
  if (ball === 'l2') return { text: `ε = ${decimal(state.radius)} in L2${beside}`, levels: largest };
  const levels = levelsOf(state);
  if (inLevels(state)) return { text: `ε = ${state.levels}/255`, levels };
  return { text: `ε = ${decimal(state.epsilon)}, ±\u00a0${levels}`, levels };
};
