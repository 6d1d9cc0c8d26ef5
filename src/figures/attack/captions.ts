import { bare } from '../kit/drawing/belief-bars.tsx';
import type { Piece } from '../kit/drawing/layout/piece.tsx';
import { text, type TextStyle } from '../kit/drawing/layout/text.tsx';
import { answerOf, isReached, nameOf, type AttackFrame } from './frame.ts';
import { factsOf, sizeIn } from './methods.ts';
import type { AttackState } from './params.ts';
import { withArticle as a } from '../kit/words/grammar.ts';
import { sizeWords, type SizeCaption } from '../kit/words/size.ts';

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
export const limitOf = (state: AttackState, frame: AttackFrame): SizeCaption => {
  const levels = Math.round(255 * frame.linf);
  const size = sizeIn(state);
  const words = sizeWords(size.ball);
  if (!factsOf(state).seeks) return words.caption(size, frame);
  if (frame.step === 0) return { text: 'none yet', levels: 0 };
  if (isReached(frame)) return { text: `found: ${words.foundCaption(frame)}`, levels };
  return {
    text: frame.outcome === 'running' ? `tried: ${words.foundCaption(frame)}` : 'found: none',
    levels,
  };
};
