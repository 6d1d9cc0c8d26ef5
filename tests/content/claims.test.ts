import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFrontmatter } from '@astrojs/markdown-remark';
import { describe, expect, test } from 'vitest';
import {
  byQuestion,
  claimSchema,
  discussionSchema,
  roleOf,
  stateOf,
  tallyOf,
  tallyWords,
  type Claim,
} from '../../src/components/claims.ts';
import { tallyDrawing, verdictMarks } from '../../src/components/claim-marks.ts';
import { storedFigure, storedState } from '../../src/components/figure/stored.ts';
import { reproducedRow, resultAt } from '../../src/components/results.ts';
import { loadFigure } from '../../src/figures/registry.ts';
import { root } from '../build.ts';

const content = path.join(root, 'content');
const read = (file: string): string => readFileSync(path.join(content, file), 'utf8');
const discussion = discussionSchema.parse(
  parseFrontmatter(`---\n${read('discussion.yaml')}\n---\n`).frontmatter,
);

const claims = globSync('claims/*.mdx', { cwd: content })
  .toSorted()
  .map((file) => {
    const { frontmatter, content: body } = parseFrontmatter(read(file));
    return { id: path.basename(file, '.mdx'), data: claimSchema.parse(frontmatter), body: body.trim() };
  });

const outcomeAt = async (slug: string, preset: string): Promise<Readonly<Record<string, number>>> =>
  storedState(await storedFigure((await loadFigure(slug)).figure), preset).outcome;

/** What a component's attributes say, by name. */
const attributes = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );

/** The numbers that a sentence takes from what was computed. */
const numbersIn = (body: string): Promise<readonly unknown[]> =>
  Promise.all(
    [...body.matchAll(/<(Outcome|Reproduced|Result)\s([^>]*)\/>/g)].map(async ([, kind, text = '']) => {
      const {
        slug = '',
        preset = '',
        name = '',
        id = '',
        row = '',
        file = '',
        path: at = '',
      } = attributes(text);
      if (kind === 'Outcome') return (await outcomeAt(slug, preset))[name];
      return kind === 'Reproduced' ? reproducedRow(id, row).value : resultAt(file, at);
    }),
  );

describe('the claims of the discussion', () => {
  test('are at least twenty, and whoever is listed claims something', () => {
    expect(claims.length).toBeGreaterThanOrEqual(20);
    const silent = discussion.voices.filter(({ id }) => !claims.some(({ data }) => data.by === id));
    expect(silent).toEqual([]);
  });

  test('each belong to a question, in an order of their own, and none is asked in vain', () => {
    const groups = byQuestion(discussion, claims);
    expect(groups.filter((group) => group.claims.length === 0)).toEqual([]);
    for (const group of groups) {
      const orders = group.claims.map(({ data }) => data.order);
      expect({ [group.id]: orders }).toEqual({ [group.id]: orders.map((_, i) => i + 1) });
    }
  });

  test.each(claims)(
    '$id is said by somebody, decided by a number, and shown by a state',
    async ({ data, body }) => {
      expect(roleOf(discussion, data.by)).toMatch(/^(the|a) \w/);
      const numbers = await numbersIn(body);
      expect(numbers.length).toBeGreaterThan(0);
      expect(numbers).not.toContain(undefined);
      await expect(outcomeAt(...stateOf(data))).resolves.toBeDefined();
    },
  );

  test.each(claims)('$id is one sentence that a phone has room for', ({ body }) => {
    const words = body.replaceAll(/<[^>]*>/g, 'n').split(/\s+/);
    expect(words.length).toBeLessThanOrEqual(50);
    expect(body).toMatch(/\.$/);
    expect(body).not.toMatch(/[.?!] [A-Z]/);
  });
});

describe('who says it', () => {
  test.each([
    ['question', 'the question itself, with 88 votes'],
    ['answer-1', 'the answer with 62 votes'],
    ['answer-8', 'the eighth answer, with 2 votes'],
    ['comment-5', 'a comment of 30 March 2020 under the answer with 17 votes'],
    ['comment-4', 'a comment of 24 January 2020 under the answer with 17 votes, by GeorgeWhite'],
  ])('%s is %s', (by, role) => expect(roleOf(discussion, by)).toBe(role));

  test('has to be listed', () =>
    expect(() => roleOf(discussion, 'answer-10')).toThrow(
      /no voice “answer-10”; it has question, answer-1, /,
    ));
});

const claim = (verdict: Claim['verdict'], question = 'a'): { readonly data: Claim } => ({
  data: { question, order: 1, by: 'answer-1', quote: 'x', verdict, shows: 'attack' },
});

test('a claim that belongs to no question stops the build', () =>
  expect(() => byQuestion(discussion, [claim('open', 'b')])).toThrow(/no question “b”/));

test.each([
  ['verdict', { verdict: 'partly' }],
  ['shows', { shows: 'attack/tiger/' }],
  ['quote', { quote: 'word '.repeat(30) }],
])('a claim is refused for its %s', (field, wrong) => {
  const found = claimSchema.safeParse({ ...claim('open').data, ...wrong });
  expect(found.error?.issues.map((issue) => issue.path.join())).toEqual([field]);
});

describe('how many hold', () => {
  test.each([
    ['2 hold, 1 does not hold and 1 is open', ['holds', 'open', 'holds', 'does not hold'] as const],
    ['1 holds in part', ['holds in part'] as const],
    ['2 hold in part and 2 are open', ['open', 'open', 'holds in part', 'holds in part'] as const],
  ])('%s', (words, given) =>
    expect(tallyWords(tallyOf(given.map((verdict) => claim(verdict).data)))).toBe(words),
  );

  test('is drawn with a mark for each, whatever its colour', () => {
    expect(new Set(Object.values(verdictMarks)).size).toBe(4);
    const drawing = tallyDrawing(tallyOf([claim('holds').data, claim('open').data, claim('open').data]));
    expect(drawing.match(/<g /g)).toHaveLength(3);
    expect(drawing).toContain('>1 holds<');
    expect(drawing).toContain('>0 do not hold<');
  });
});
