import { z } from 'astro/zod';
import { longDate } from './dates.ts';
import { bind } from './markdown/bind.ts';

/** How a claim can stand, in the order in which the page counts. */
export const verdicts = ['holds', 'holds in part', 'does not hold', 'open'] as const;

/** How one claim stands. */
export type Verdict = (typeof verdicts)[number];

const id = z.string().regex(/^[a-z0-9-]+$/);
const named = { id, name: z.string().optional() };
const votes = z.number().int();

/** What an author writes about one claim of the discussion; the body says in a sentence why. */
export const claimSchema = z.strictObject({
  /** Id of the question that it belongs to, and its place there. */
  question: id,
  order: z.number().int().min(1),
  /** Id of the voice that says it. */
  by: id,
  /** A few of its own words; … where some are left out. */
  quote: z.string().max(110).transform(bind),
  verdict: z.enum(verdicts),
  /** The state that shows it: a figure, or a figure and a preset. */
  shows: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/),
  /** Keys in references.json of the numbers that it quotes. */
  sources: z.array(z.string()).optional(),
});

/** One claim as its file says it. */
export type Claim = z.output<typeof claimSchema>;

const voice = z.discriminatedUnion('kind', [
  z.strictObject({ ...named, kind: z.literal('question'), votes }),
  z.strictObject({ ...named, kind: z.literal('answer'), votes }),
  z.strictObject({ ...named, kind: z.literal('comment'), under: id, date: z.coerce.date() }),
]);

/** Who speaks in the discussion, and the questions that order what they claim: content/discussion.yaml. */
export const discussionSchema = z.strictObject({
  voices: z.array(voice).min(1),
  questions: z.array(z.strictObject({ id, title: z.string() })).min(1),
});

/** The discussion as the page knows it. */
export type Discussion = z.output<typeof discussionSchema>;

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];

const inRole = ({ voices }: Discussion, by: string): string => {
  const found = voices.find((one) => one.id === by);
  if (found === undefined)
    throw new Error(
      `content/discussion.yaml has no voice “${by}”; it has ${voices.map((v) => v.id).join(', ')}.`,
    );
  if (found.kind === 'question') return `the question itself, with ${found.votes} votes`;
  if (found.kind === 'comment')
    return `a comment of ${longDate(found.date)} under ${inRole({ voices, questions: [] }, found.under)}`;
  const answers = voices.filter((one) => one.kind === 'answer');
  const alone = answers.filter((one) => one.votes === found.votes).length === 1;
  return alone
    ? `the answer with ${found.votes} votes`
    : `the ${ordinals[answers.indexOf(found)] ?? 'last'} answer, with ${found.votes} votes`;
};

/** In which role somebody speaks: ‘the answer with 62 votes’; throws where there is no such voice. */
export const roleOf = (discussion: Discussion, by: string): string => {
  const name = discussion.voices.find((one) => one.id === by)?.name;
  return inRole(discussion, by) + (name === undefined ? '' : `, by ${name}`);
};

/** The slug and the preset ('' for the published state) of the state that shows a claim. */
export const stateOf = ({ shows }: Pick<Claim, 'shows'>): readonly [slug: string, preset: string] => {
  const [slug = '', preset = ''] = shows.split('/');
  return [slug, preset];
};

/** How many claims stand in each way. */
export type Tally = Readonly<Record<Verdict, number>>;

/** Counts claims by their verdict. */
export const tallyOf = (claims: readonly Pick<Claim, 'verdict'>[]): Tally => {
  const count = (verdict: Verdict): number => claims.filter((one) => one.verdict === verdict).length;
  return {
    holds: count('holds'),
    'holds in part': count('holds in part'),
    'does not hold': count('does not hold'),
    open: count('open'),
  };
};

const plural: Readonly<Record<Verdict, string>> = {
  holds: 'hold',
  'holds in part': 'hold in part',
  'does not hold': 'do not hold',
  open: 'open',
};

/** How many stand in one way: ‘18 hold’, ‘1 does not hold’, ‘3 open’. */
export const countWords = (tally: Tally, verdict: Verdict): string =>
  `${tally[verdict]} ${tally[verdict] === 1 ? verdict : plural[verdict]}`;

/** A tally as the end of a sentence: ‘18 hold, 23 hold in part, 6 do not hold and 1 is open’. */
export const tallyWords = (tally: Tally): string => {
  const parts = verdicts
    .filter((verdict) => tally[verdict] > 0)
    .map((verdict) =>
      countWords(tally, verdict).replace(/^(\d+) open$/, (_, n) => `${n} ${n === '1' ? 'is' : 'are'} open`),
    );
  return [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(Boolean).join(' and ');
};

/** The claims by question, each question in their order; throws where a claim belongs to none. */
export const byQuestion = <T extends { readonly data: Claim }>(
  { questions }: Discussion,
  claims: readonly T[],
): readonly { readonly id: string; readonly title: string; readonly claims: readonly T[] }[] => {
  const stray = claims.find(({ data }) => !questions.some((one) => one.id === data.question));
  if (stray)
    throw new Error(
      `content/discussion.yaml has no question “${stray.data.question}”; a claim belongs to it.`,
    );
  return questions.map((question) => ({
    ...question,
    claims: claims
      .filter(({ data }) => data.question === question.id)
      .toSorted((a, b) => a.data.order - b.data.order),
  }));
};
