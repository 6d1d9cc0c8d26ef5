import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../build.ts';
import { parseDeclared } from './numbers/declared.ts';
import { flawsOf } from './numbers/trace.ts';

const read = (file: string): string => readFileSync(path.join(root, 'content', file), 'utf8');

const texts = globSync(['articles/*.mdx', 'claims/*.mdx', 'figures/*.mdx'], {
  cwd: path.join(root, 'content'),
})
  .toSorted()
  .map((file) => ({ path: file.replace(/\.mdx$/, ''), source: read(file) }));

test('every number that stands in a text as digits comes from somewhere', async () => {
  expect(texts.length).toBeGreaterThan(30);
  expect(await flawsOf(texts, parseDeclared(read('numbers.yaml')))).toEqual([]);
});

/** The flaws of an article that somebody made up; its first line is the fifth of its file. */
const flaws = async (body: string, declared = '{}', front = ''): Promise<readonly string[]> => {
  const source = `---\ntitle: Made up\nsummary: ${front}\n---\n${body}\n`;
  return flawsOf([{ path: 'articles/made-up', source }], parseDeclared(declared));
};

const entry = (text: string, source: string): string =>
  `articles/made-up: [{ text: ${JSON.stringify(text)}, ${source} }]`;

const cited = '<Cite keys="papernot2017practical" />';

describe('a number without a source is told with its place, wherever it stands', () => {
  test.each([
    ['in a paragraph', 'First.\n\nOf these\n42 % fall.', 8, '42'],
    ['after a component', '<Outcome slug="a" name="b" /> of 72 rays.', 5, '72'],
    ['in a heading', '## The 12 of them', 5, '12'],
    ['in a table', '| a | b |\n| --- | --- |\n| 3 × 3 | c |', 7, '3'],
    ['in a note', 'Text.<Note>At most\n1.5 of it.</Note>', 6, '1.5'],
    ['in a link to a figure', '<FigureLink slug="a" state="size=0.7">of 0.3</FigureLink>', 5, '0.3'],
    ['in a question', '<Predict\n  question="All 31?"\n  answer={1}\n>\n  No.\n</Predict>', 5, '31'],
    ['in an option', "<Predict options={['none', `about 50`]}>\n  No.\n</Predict>", 5, '50'],
    ['in braces', 'It is {17} long.', 5, '17'],
    ['in a formula', 'About $1/\\sqrt{n} \\approx 0.04$.', 5, '0.04'],
    ['as a fraction', 'With σ = ½ it holds.', 5, '½'],
    ['as a percentage in words', 'It is ten per cent of all.', 5, 'per cent'],
    ['as a year that no work beside it has', `In 1999 ${cited} it fell.`, 5, '1999'],
  ])('%s', async (_, body, line, number) => {
    const [flaw, ...more] = (await flaws(body)).filter((one) => one.includes(`“${number}”`));
    expect(more).toEqual([]);
    expect(flaw).toMatch(new RegExp(`^content/articles/made-up\\.mdx:${line}: “`));
    expect(flaw).toMatch(
      / has no source; take it from .* in content\/numbers\.yaml under articles\/made-up\.$/,
    );
  });

  test('and in the front matter', async () =>
    expect(await flaws('', '{}', '>-\n  Of all\n  9 fall.')).toEqual([
      expect.stringMatching(/^content\/articles\/made-up\.mdx:5: “9” in “Of all 9 fall\.” has no source/),
    ]));
});

test.each([
  ['a year of the work cited beside it', `In 2017 ${cited} it fell.`],
  ['a digit of a name, and what a component writes', 'F1 and L2. <Outcome slug="a" name="b 3" digits={2} />'],
  ['a digit alone in a formula', 'The gradient is $(p - 1)\\, x_2$.'],
  ['the address of a link', '[Text](/a/12/)'],
])('%s needs no entry', async (_, body) => expect(await flaws(body)).toEqual([]));

describe('an entry is refused', () => {
  test.each([
    [
      'whose words are gone',
      'All fall.',
      '84 % fall',
      'plain: no reason',
      /covers no number of the text; correct or/,
    ],
    [
      'whose work is not cited',
      'It is 84.24 %.',
      '84.24 %',
      'published: papernot2017practical, where: x',
      /cite; add <Cite keys="papernot2017practical" \/>\.$/,
    ],
    [
      'whose work is not known',
      'It is 5 % <Cite keys="a2017b" />.',
      '5 %',
      'published: a2017b, where: x',
      /references\.json has no “a2017b”; correct/,
    ],
    [
      'whose row has another number',
      `It is 85 % ${cited}.`,
      '85 %',
      "published: papernot2017practical, row: [substitute, 'lenet-f: convolutional, FGSM']",
      /holds 0\.8424, not 85 %; correct/,
    ],
    [
      'whose row is of another work',
      'It is 84 % <Cite keys="hein2019relu" />.',
      '84 %',
      "published: hein2019relu, row: [substitute, 'lenet-f: convolutional, FGSM']",
      /quotes papernot2017practical, not hein2019relu/,
    ],
    [
      'whose outcome is another',
      'It is 89 %.',
      '89 %',
      'outcome: [toy-logistic, after]',
      /holds 0\.88\d*, not 89 %/,
    ],
    [
      'whose state is another',
      'At ε = 0.4.',
      'ε = 0.4',
      'state: [ensemble, wider-limit, epsilon]',
      /holds 0\.25, not 0\.4/,
    ],
    [
      'whose list is in another order',
      'It is 1, -1.',
      '1, -1',
      'state: [steepest, x]',
      /holds -0\.3, -0\.4, not 1/,
    ],
    ['whose result is another', 'Of 999 digits.', '999', 'result: [digits-pgd, n]', /holds 1000, not 999/],
    [
      'whose measured number is another',
      'Of 99.',
      '99',
      "measured: [substitute, 'lenet-f: convolutional, FGSM', n]",
      /holds 100, not 99/,
    ],
    ['whose setting is another', 'At ε = 0.2.', 'ε = 0.2', 'setting: [autoattack]', /holds 0\.3, not 0\.2/],
    ['whose table has no such number', 'At 0.33.', '0.33', 'table: [adversarial-training]', /, not 0\.33/],
    ['whose constant is another', 'Of 783.', '783', 'code: pixels of a digit', /holds 784, not 783/],
    [
      'whose constant is not there',
      'Of 783.',
      '783',
      'code: nothing',
      /constants\.ts has no “nothing”; it has side of a digit, /,
    ],
    ['whose year is another', 'As in 2013.', '2013', 'year: szegedy2014intriguing', /holds 2014, not 2013/],
    [
      'whose source is not there',
      'It is 3.',
      '3',
      'outcome: [no-such-figure, after]',
      /source cannot be read/,
    ],
  ])('%s', async (_, body, text, source, why) =>
    expect(await flaws(body, entry(text, source))).toEqual([expect.stringMatching(why)]),
  );

  test.each([
    ['with two sources', 'plain: a, code: b', /an entry has exactly one of published, /],
    ['without any', 'where: x', /an entry has exactly one of published, /],
    ['that does not say where a published number stands', 'published: a2017b', /or says where it stands/],
    ['with a field that there is not', 'plain: a, because: b', /Unrecognized key: "because"/],
  ])('%s', (_, source, why) => expect(() => parseDeclared(entry('1', source))).toThrow(why));
});

test('a published number that a component writes has its source cited, too', async () => {
  const number = '<Reproduced id="substitute" row="lenet-f: convolutional, FGSM" what="published" />';
  expect(await flaws(`It is ${number} ${cited}.`)).toEqual([]);
  expect(await flaws(`It is ${number}.`)).toEqual([
    expect.stringMatching(/^content\/articles\/made-up\.mdx:5: .* does not cite; add <Cite keys="papernot/),
  ]);
});

test('the entry with the most words has its say, and more than is more than', async () => {
  const declared = `articles/made-up:\n  - { text: ε = 0.2, state: [ensemble, epsilon] }\n  - { text: at ε = 0.2 here, plain: x }\n  - { text: 88 %, outcome: [toy-logistic, after] }`;
  expect(await flaws('By ε = 0.2, and at ε = 0.2 here: more than 88 %.', declared)).toEqual([]);
});

test('a name may hold more numbers than the text takes from it', async () => {
  const row = 'round 5: confidence in new pictures, cppn, 200 generations, median of 2 runs';
  const declared = entry('200 generations', `setting: [fooling-class, '${row}']`);
  const text = '200 generations';
  expect(await flaws(`${text}, ${text} and ${text}.`, declared)).toEqual([]);
});
