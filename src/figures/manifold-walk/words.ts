import { netWords } from '../../nets/catalogue.ts';
import type { Table } from '../kit/contract/figure.ts';
import { capital, fixed, lengthText, percent, percentAmong } from '../kit/words/format.ts';
import { withArticle } from '../kit/words/grammar.ts';
import { orMore } from '../kit/words/subjects.ts';
import { sigmoid } from '../../lab/softmax.ts';
import { leaves, walks, type ManifoldWalkFrame, type Path, type Walk } from './frame.ts';
import type { ManifoldWalkState } from './params.ts';

/** The walks in words. */
export const names: Readonly<Record<Walk, string>> = {
  manifold: 'along the manifold',
  straight: 'straight to the same end',
  random: 'a random direction',
  attack: 'the attack’s direction',
};

/** What the walks are called where there is little room. */
export const shortNames: Readonly<Record<Walk, string>> = {
  manifold: 'manifold',
  straight: 'straight',
  random: 'random',
  attack: 'attack',
};

/** The lowest log-odds of the digit on a walk, in nats. */
export const least = ({ odds }: Path): number => Math.min(...odds);

/** How sure the net is of the digit at a step. */
export const sureAt = ({ odds }: Path, step: number): number => sigmoid(odds[step] ?? 0);

const story = (frame: ManifoldWalkFrame, walk: Walk): string => {
  const path = frame.paths[walks.indexOf(walk)];
  if (path === undefined) return '';
  const gone = leaves(path, frame.digit);
  if (gone === undefined)
    return `stays ${withArticle(String(frame.digit))} to it, ${orMore(sigmoid(least(path)))}`;
  return gone === 0 ? 'was none to begin with' : `stops being one at a length of ${lengthText(gone)}`;
};

/** The finding of a frame. */
export const describe = (state: ManifoldWalkState, frame: ManifoldWalkFrame): string => {
  const far = lengthText(frame.paths[0]?.length.at(-1) ?? 0);
  if (frame.step === 0)
    return `${capital(netWords(state.net).said)} is ${percent(sureAt(frame.paths[0] as Path, 0))} sure of this ${frame.digit}; no step is made yet.`;
  if (far === '0.00')
    return `Both shapes are the same: the walk stands still, and ${netWords(state.net).said} is ${percent(sureAt(frame.paths[0] as Path, 0))} sure of its ${frame.digit}.`;
  return (
    `${capital(netWords(state.net).said)}, ${far} (L2) away from where the digit was: along the manifold it ${story(frame, 'manifold')}; ` +
    `straight to the same end it ${story(frame, 'straight')}; in a random direction it ${story(frame, 'random')}; ` +
    `in the attack’s it ${story(frame, 'attack')}.`
  );
};

/** Each walk at each stop. */
export const table = (state: ManifoldWalkState, frame: ManifoldWalkFrame): Table => {
  const sures = frame.paths.flatMap((path) => frame.stops.map((stop) => sureAt(path, stop)));
  return {
    caption: `Four walks away from one ${frame.digit}, in ${state.steps} steps: the length of the change (L2) at each stop, what the net says, and how sure it is of ${frame.digit}.`,
    head: ['walk', 'step', 'length', 'says', `${frame.digit}, %`],
    rows: walks.flatMap((walk, i) =>
      frame.stops.map((stop) => {
        const path = frame.paths[i] as Path;
        const sure = sureAt(path, stop);
        const long = path.length[stop] ?? 0;
        return [
          names[walk],
          stop,
          { value: long, text: fixed(long, 2) },
          path.says[stop] ?? 0,
          { value: sure, text: percentAmong(sures)(sure) },
        ];
      }),
    ),
  };
};
