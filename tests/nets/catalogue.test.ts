import { readFile, glob } from 'node:fs/promises';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { netIds, netWords } from '../../src/nets/catalogue.ts';
import { registry } from '../../src/nets/registry.ts';
import { figureSlugs, loadFigure } from '../../src/figures/registry.ts';

const all = netIds.map(netWords);

const repeated = (names: readonly string[]): readonly string[] =>
  names.filter((name, i) => names.indexOf(name) !== i);

describe('The catalogue of nets', () => {
  it('has an entry for every net that ships or is offered, and for no other', () => {
    expect(netIds.toSorted()).toEqual(Object.keys(registry).toSorted());
  });

  it('is where models take their titles from', () => {
    for (const id of netIds) expect(registry[id]?.title).toBe(netWords(id).name);
  });

  it('gives every net one name of its own, and a short label of its own among the nets that read the same', () => {
    expect(repeated(all.map(({ name }) => name))).toEqual([]);
    expect(repeated(all.map(({ said }) => said))).toEqual([]);
    expect(repeated(all.map(({ reads, short }) => `${reads}: ${short}`))).toEqual([]);
  });

  it('calls a net in a sentence what a list calls it: by a proper name, or with “the”', () => {
    for (const { name, said } of all) {
      const bare = said.replace(/^the /, '').replace(' of round', ', round').toLowerCase();
      expect(bare).toBe(name.toLowerCase());
      expect(said === name || said.startsWith('the ')).toBe(true);
    }
  });

  it('labels every net in at most 12 characters', () => {
    expect(all.filter(({ short }) => short.length > 12)).toEqual([]);
  });

  it('calls LeNet only the net that is one', () => {
    const called = netIds.filter((id) => /\bLeNet\b/u.test(Object.values(netWords(id)).join(' ')));
    expect(called).toEqual(['digits-lenet']);
  });

  it('names the nets of every choice, in family order', async () => {
    const choices: string[] = [];
    for (const slug of figureSlugs) {
      const { figure } = await loadFigure(slug);
      for (const [field, param] of Object.entries(figure.params)) {
        if (param.kind !== 'choice') continue;
        const options = Object.entries(param.options);
        const offered = netIds.filter((id) => options.some(([option]) => option === id));
        if (offered.length === 0) continue;
        choices.push(`${slug}.${field}`);
        expect(options.filter(([option]) => offered.some((id) => id === option))).toEqual(
          offered.map((id) => [id, netWords(id).name]),
        );
      }
    }
    expect(choices.length).toBeGreaterThan(15);
  });
});

/** The words of a source file that a reader may see: strings, templates and the text of elements. */
const wordsOf = (file: string, text: string): readonly string[] => {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node))
      found.push(node.text);
    if (!ts.isImportDeclaration(node)) ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
};

describe('The source of the figures', () => {
  const names = new RegExp(
    all
      .flatMap(({ name, said }) => [name, said, said.replace('the', 'The')])
      .map((name) => `\\b${name}\\b`)
      .join('|'),
    'u',
  );

  it('spells no name of a net: all come from the catalogue', async () => {
    const spelled: string[] = [];
    for await (const file of glob('src/figures/**/*.{ts,tsx}'))
      for (const words of wordsOf(file, await readFile(file, 'utf8')))
        if (names.test(words)) spelled.push(`${file}: ${words.trim()}`);
    expect(spelled).toEqual([]);
  });

  it('tells from no prefix of an id what a net reads', async () => {
    const guessed: string[] = [];
    for await (const file of glob('src/figures/**/*.{ts,tsx}'))
      if (/startsWith\('(?:digits|emoji|imagenet|sounds)/u.test(await readFile(file, 'utf8')))
        guessed.push(file);
    expect(guessed).toEqual([]);
  });

  it('is read with its strings, templates and elements', () => {
    const seen = wordsOf('a.tsx', 'const a = <text title="x1">x2 {`x3 ${b} x4`} {"x5"}</text>; // x6');
    expect(seen.map((words) => words.trim()).filter((words) => words !== '')).toEqual([
      'x1',
      'x2',
      'x3',
      'x4',
      'x5',
    ]);
  });
});
