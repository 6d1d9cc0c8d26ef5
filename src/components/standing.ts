import {
  inBound,
  kindOf,
  tallyOf,
  verdictOf,
  type Kind,
  type Tally,
  type Verdict,
} from '../data/comparison.ts';
import type { Comparison, Report, Row } from '../data/report.ts';

/** What each kind of comparison is called, and what may be asked of it. */
export const kindWords: Readonly<Record<Kind, { readonly name: string; readonly claim: string }>> = {
  weights: { name: 'same weights', claim: 'must agree' },
  recipe: { name: 'same recipe', claim: 'should agree' },
  other: { name: 'other net, data or setting', claim: 'shown, not claimed' },
  own: { name: 'our own earlier run', claim: 'a regression test' },
  alone: { name: 'measured here alone', claim: 'nothing to compare with' },
};

/** The kinds that have a published number, the strictest first. */
export const comparisons: readonly Comparison[] = ['weights', 'recipe', 'other'];

/** What each verdict is called, of one number and of several. */
export const verdictWords: Readonly<Record<Verdict, { readonly one: string; readonly many: string }>> = {
  agrees: { one: 'agrees', many: 'agree' },
  near: { one: 'is near', many: 'are near' },
  elsewhere: { one: 'is elsewhere', many: 'are elsewhere' },
  words: { one: 'stands beside words', many: 'stand beside words' },
};

/** How many published numbers a tally counts, words left out. */
export const counted = ({ agrees, near, elsewhere }: Tally): number => agrees + near + elsewhere;

const said = (count: number, verdict: Verdict): string =>
  `${count} ${verdictWords[verdict][count === 1 ? 'one' : 'many']}`;

/** ‘1 agrees, 2 are near’: the verdicts that occur, or nothing. */
export const tallyWords = (tally: Tally): string =>
  (['agrees', 'near', 'elsewhere'] as const)
    .filter((verdict) => tally[verdict] > 0)
    .map((verdict) => said(tally[verdict], verdict))
    .join(', ');

/** One or two sentences on how an experiment stands to what was published, and to our own earlier runs. */
export const standingOf = ({ rows }: Report): string => {
  const tally = tallyOf(rows);
  const published = counted(tally);
  const bounds = rows.filter((row) => row.bound);
  const kept = bounds.filter(inBound).length;
  return [
    published > 0 &&
      `Of ${published} published ${published === 1 ? 'number' : 'numbers'} ${tallyWords(tally)}.`,
    tally.words > 0 &&
      `${tally.words} ${tally.words === 1 ? 'number stands' : 'numbers stand'} beside what the source says in words.`,
    published + tally.words === 0 && 'Nothing was published that these numbers could be compared with.',
    bounds.length > 0 &&
      (kept === bounds.length
        ? `${bounds.length === 1 ? 'The regression bound holds' : `All ${bounds.length} regression bounds hold`}.`
        : `${kept} of ${bounds.length} regression bounds hold.`),
  ]
    .filter((sentence) => sentence !== false)
    .join(' ');
};

/** An experiment in a line: how many numbers it has, how many were published, and how ours stand to these. */
export const lineOf = ({ rows }: Report): string => {
  const tally = tallyOf(rows);
  const published = counted(tally);
  return [
    `${rows.length} ${rows.length === 1 ? 'number' : 'numbers'}`,
    published > 0 && `${published} published: ${tallyWords(tally)}`,
    tally.words > 0 && `${tally.words} beside words`,
    published + tally.words === 0 && 'none published',
  ]
    .filter((part) => part !== false)
    .join('; ');
};

/** Rows of one experiment that are of one kind and stand in one way, and what differs in them. */
export interface Reason {
  readonly report: Report;
  readonly rows: readonly Row[];
  /** Each of the differences once. */
  readonly differs: readonly string[];
}

/** By experiment: the rows of these kinds with that verdict, and why. Those without any are left out. */
export const reasons = (
  reports: readonly Report[],
  kinds: readonly Comparison[],
  verdict: Verdict,
): readonly Reason[] =>
  reports.flatMap((report) => {
    const rows = report.rows.filter(
      (row) => kinds.some((kind) => kind === kindOf(row)) && verdictOf(row) === verdict,
    );
    const differs = [...new Set(rows.flatMap((row) => row.differs ?? []))];
    return rows.length > 0 ? [{ report, rows, differs }] : [];
  });
