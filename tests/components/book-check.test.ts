import { describe, expect, test } from 'vitest';
import { flawsOfBook, leftOut, listedArticles, listedFigures } from '../../src/components/book-check.ts';
import { inWords } from '../../src/components/in-words.ts';
import { figureSlugs, loadFigure } from '../../src/figures/registry.ts';

const articles = [
  { slug: 'one', published: true },
  { slug: 'two', published: false },
];

describe('the book as it is', () => {
  test('has no flaw', () => expect(flawsOfBook(listedArticles(), listedFigures())).toEqual([]));

  test('lists the figures of the registry, each with the article that its facts name', async () => {
    const loaded = figureSlugs.map(async (slug) => ({
      slug,
      article: (await loadFigure(slug)).figure.article,
    }));
    expect(listedFigures()).toEqual(await Promise.all(loaded));
  });
});

describe('a build is refused', () => {
  test.each([
    [
      'names an article that is not there',
      [{ slug: 'a', article: 'three' }],
      /“three”, which is not there; there are one, two\.$/,
    ],
    ['names none', [{ slug: 'a', article: undefined }], /^src\/figures\/a\/figure\.ts names no article/],
  ])('where a figure %s', (_, figures, why) =>
    expect(flawsOfBook(articles, [...figures, { slug: 'b', article: 'one' }])).toEqual([
      expect.stringMatching(why),
    ]),
  );

  test('where a published article has no figure; a planned one needs none', () =>
    expect(flawsOfBook(articles, [])).toEqual([
      expect.stringMatching(/^The article one is published but no figure/),
    ]));
});

test('settings that are empty are told in one line', () => {
  const [empty, full] = ["title: T\nrepository: ''\n", 'repository: https://example.org/book\n'];
  expect(leftOut(full, 'https://example.org')).toBeUndefined();
  expect(leftOut(empty, 'https://example.org')).toMatch(/^content\/site\.yaml names no repository: [^\n;]*$/);
  expect(leftOut(full, undefined)).toMatch(/^SITE is not set: [^\n;]*$/);
  expect(leftOut(empty, '')).toMatch(/^[^\n]*; SITE is not set[^\n]*$/);
});

test.each([
  [0, 'no'],
  [9, 'nine'],
  [12, 'twelve'],
  [30, '30'],
])('%i is “%s” in prose', (count, words) => expect(inWords(count)).toBe(words));
