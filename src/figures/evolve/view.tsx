import { netWords } from '../../nets/catalogue.ts';
import { columns, fromWidth, stack, wide } from '../kit/drawing/arrange.ts';
import { drawnBy, heading, text } from '../kit/drawing/pieces.ts';
import { count, plural } from '../kit/words/format.ts';
import { detail } from './detail.tsx';
import type { EvolveFrame } from './frame.ts';
import { gallery } from './gallery.tsx';
import { history } from './history.tsx';
import { shownOf, type EvolveState } from './params.ts';
import { taskOf } from './tasks.ts';

/** Champions that need the whole width for themselves and their names. */
const many = 11;

/**
 * The champions, one of them large with its genome and what other nets say of it, and how sure the net grew.
 */
export default drawnBy<EvolveState, EvolveFrame>(({ state, frame }) => {
  const task = taskOf(state.net);
  if (state.genome !== '')
    return {
      title: 'One evolved picture, its genome, and what several nets say of it',
      content: detail(state, task, frame, 0),
    };
  const shown = shownOf(state);
  const one = detail(state, task, frame, shown);
  const all = gallery(task, frame.champions, shown);
  const past = (height: number) => history(task, frame, { generations: state.generations, shown, height });
  const below = stack([all, one, past(150)], 14);
  return {
    title:
      'The best picture evolved for each class, one of them large with its genome and what other nets say of it, and how sure the net is by generation',
    content: stack(
      [
        stack([
          heading(
            `generation ${frame.generation}: ${count(frame.evaluations)} pictures shown to ${netWords(state.net).said}`,
          ),
          text(
            `the best so far for each of ${plural(frame.champions.length, 'answer')}, and how sure the net is of it, %; choose one`,
          ),
        ]),
        fromWidth(
          600,
          frame.champions.length > many
            ? stack([all, columns([past(330), wide(290, one)], { space: 30 })], 14)
            : columns([stack([all, past(222)], 14), wide(225, one)], { space: 34 }),
          below,
        ),
      ],
      10,
    ),
  };
});
