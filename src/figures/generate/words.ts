import { netWords } from '../../nets/catalogue.ts';
import { thingNames } from '../../data/emoji/things.ts';
import { percentAmong, plural } from '../kit/words/format.ts';
import type { Table } from '../kit/contract/figure.ts';
import { listed, withArticle } from '../kit/words/grammar.ts';
import { orMore } from '../kit/words/subjects.ts';
import { drawers, netIds, samples, type GenerateFrame, type Sample } from './frame.ts';
import type { GenerateState } from './params.ts';

/** What the thing of a label is called. */
export const nameOf = (label: number): string => thingNames[label] ?? String(label);

/** How sentences call the nets that draw. */
export const said = { plain: netWords(netIds.plain).said, robust: netWords(netIds.robust).said } as const;

/** How many of a net's pictures the judge calls the thing. */
const agreed = (frame: GenerateFrame, drawer: number): number =>
  (frame.rows[drawer] ?? []).filter(({ answer }) => answer === frame.label).length;

const least = (row: readonly Sample[] | undefined): number => Math.min(...(row ?? []).map(({ own }) => own));

/** 'a strawberry, a bicycle and a snake', or 'a bus each time'. */
const called = (row: readonly Sample[]): string => {
  const names = row.map(({ answer }) => withArticle(nameOf(answer)));
  if (names.every((name) => name === names[0])) return `${names[0] ?? ''} each time`;
  return listed(names);
};

/**
 * What both nets believe of their own pictures: 'each sees a penguin' only where each does in all of them.
 */
const seen = (thing: string, [plain, robust]: GenerateFrame['rows']): string =>
  Math.min(least(plain), least(robust)) > 0.5
    ? `each net sees ${thing} in all ${samples} pictures that it drew (${said.plain} with ${orMore(least(plain))}, ${said.robust} with ${orMore(least(robust))})`
    : `${said.plain} gives each of its ${samples} pictures ${orMore(least(plain))} for ${thing}, ${said.robust} ${orMore(least(robust))}`;

/** The finding of a frame. */
export const describe = (_: GenerateState, frame: GenerateFrame): string => {
  const thing = withArticle(nameOf(frame.label));
  if (frame.step === 0)
    return `Before the first step there are only clouds; both nets are asked to see ${thing} in them.`;
  const [plain, robust] = frame.rows;
  return (
    `After ${plural(frame.step, 'step')} ${seen(thing, frame.rows)}. A third net, which had no part in it, agrees with ` +
    `${agreed(frame, 0)} of ${samples} of ${said.plain}’s (it says ${called(plain ?? [])}) and with ${agreed(frame, 1)} of ${samples} of ` +
    `${said.robust}’s (${called(robust ?? [])}).`
  );
};

/** Every picture, what its net believes, and what the third says. */
export const table = (state: GenerateState, frame: GenerateFrame): Table => {
  const among = (of: (sample: Sample) => number) => percentAmong(frame.rows.flat().map(of));
  return {
    caption: `Pictures of ${withArticle(nameOf(frame.label))} drawn from two nets, after step ${frame.step} of ${state.steps}, and what a third net says.`,
    head: ['drawn by', 'picture', 'its own belief', 'the third net’s belief', 'the third net says'],
    rows: drawers.flatMap((drawer, i) =>
      (frame.rows[i] ?? []).map(({ own, judge, answer, sure }, k) => [
        netWords(netIds[drawer]).short,
        k + 1,
        { value: Number(own.toPrecision(6)), text: among(({ own: p }) => p)(own) },
        { value: Number(judge.toPrecision(6)), text: among(({ judge: p }) => p)(judge) },
        `${nameOf(answer)}, ${among(({ sure: p }) => p)(sure)}`,
      ]),
    ),
  };
};
