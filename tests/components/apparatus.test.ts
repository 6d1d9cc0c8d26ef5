import { describe, expect, test } from 'vitest';
import {
  bibliography,
  callName,
  scholarReference,
  workOf,
  works,
} from '../../src/components/bibliography.ts';
import { bibtex, citationLine } from '../../src/components/cite-this.ts';
import { checkCitations } from '../../src/components/cited-works.ts';
import { bind } from '../../src/components/markdown/bind.ts';
import { remarkMathsElement } from '../../src/components/markdown/maths.ts';
import { rehypeProse } from '../../src/components/markdown/prose.ts';
import { resultAt, writeNumber, writeShare } from '../../src/components/results.ts';

describe('the bibliography', () => {
  test('sorts what is cited and names each work once', () => {
    const keys = bibliography(['nguyen2015deep', 'biggio2013evasion', 'nguyen2015deep']).map(
      ({ key }) => key,
    );
    expect(keys).toEqual(['biggio2013evasion', 'nguyen2015deep']);
  });

  test('speaks of a work by its authors and its year', () =>
    expect(callName('goodfellow2015explaining')).toEqual({ authors: 'Goodfellow et al.', year: '2015' }));

  test('stops at a key without an entry, and names it', () =>
    expect(() => workOf('nobody1900nothing')).toThrow(
      /“nobody1900nothing” is cited, but content\/references\.json/,
    ));

  test('leads from every entry to the work itself', () => {
    for (const { html } of bibliography(works.keys())) expect(html).toMatch(/<a href="https:\/\//);
  });

  test('gives citation indexes the DOI or the arXiv number', () => {
    expect(scholarReference('nguyen2015deep')).toContain('citation_doi=10.1109/CVPR.2015.7298640');
    expect(scholarReference('szegedy2014intriguing')).toContain('citation_arxiv_id=1312.6199');
  });

  test('lists exactly what the book cites', () => expect(checkCitations).not.toThrow());
});

describe('how to cite the book', () => {
  const authors = [{ name: 'Noether', given: 'Emmy' }, { name: 'The 100 % & Co_' }];
  const work = { slug: 'x', title: 'Who is fooled?', within: 'Easily Fooled', address: 'https://a.org/x_y/' };
  const date = new Date('2026-11-22');

  test('in BibTeX, with its special signs escaped and the address left as it is', () =>
    expect(bibtex(authors, { ...work, date })).toBe(
      [
        '@misc{easilyfooled-x,',
        '  author = {Noether, Emmy and {The 100 \\% \\& Co\\_}},',
        '  title = {{Who is fooled?}},',
        '  howpublished = {In Easily Fooled, an interactive book},',
        '  year = 2026,',
        '  month = nov,',
        '  url = {https://a.org/x_y/}',
        '}\n',
      ].join('\n'),
    ));

  test('in one line, without a full stop after a question mark', () =>
    expect(citationLine(authors, { ...work, date })).toBe(
      'Emmy Noether, The 100 % & Co_ (2026). Who is fooled? In Easily Fooled. https://a.org/x_y/',
    ));
});

describe('the text', () => {
  test('keeps a number and its sign on one line', () => {
    expect(bind('95 % of 28 × 28, ε = 0.3')).toBe('95\u202f% of 28\u00a0×\u00a028, ε\u00a0=\u00a00.3');
    expect(bind('a % b = c')).toBe('a % b = c');
  });

  test('writes measured numbers with a true minus, thousands apart, and digits as asked', () => {
    expect(writeNumber(0.98765, 'percent')).toBe('98.8\u202f%');
    expect(writeNumber(0.5, 'percent', 2)).toBe('50.00\u202f%');
    expect(writeNumber(-12345.6, 'integer')).toBe('−12,346');
    expect(writeNumber(0.0474, 'number', 4)).toBe('0.0474');
  });

  test('says 100 % of a share only where nothing is missing', () => {
    expect(writeShare(0.98765, 1)).toBe('98.8\u202f%');
    expect(writeShare(0.99997, 1)).toMatch(/^99\.997/);
    expect([writeShare(1, 2), writeShare(1.00001, 2)]).toEqual(['100\u202f%', '100\u202f%']);
    expect(writeShare(0, 2)).toBe('0\u202f%');
  });

  test('stops at a result that was never measured', () =>
    expect(() => resultAt('no-such-file', 'a.b')).toThrow(/no content\/results\/no-such-file\.json/));

  test('groups what stands between figures, and leaves captions alone', () => {
    const paragraph = { type: 'element', tagName: 'p' };
    const figure = { type: 'mdxJsxFlowElement', name: 'Figure' };
    const children = [
      paragraph,
      { type: 'text', value: '\n' },
      figure,
      { type: 'text', value: '\n' },
      paragraph,
    ];
    const article = { type: 'root', children };
    rehypeProse()(article, { path: '/x/content/articles/02-ten-numbers.mdx' });
    expect(article.children.map(({ type, ...node }) => ('name' in node ? node.name : type))).toEqual([
      'element',
      'Figure',
      'element',
    ]);
    const caption = { type: 'root', children };
    rehypeProse()(caption, { path: '/x/content/figures/attack.mdx' });
    expect(caption.children).toBe(children);
  });

  test('turns a formula into an element wherever it stands', () => {
    const tree = {
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'inlineMath', value: 'x' }] }],
    };
    remarkMathsElement()(tree);
    expect(tree.children[0]?.children[0]).toMatchObject({
      name: 'Maths',
      attributes: [{ name: 'tex', value: 'x' }],
    });
  });
});
