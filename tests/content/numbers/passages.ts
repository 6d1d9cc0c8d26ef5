import { parseFrontmatter } from '@astrojs/markdown-remark';
import { createProcessor } from '@mdx-js/mdx';
import remarkMath from 'remark-math';

/** A number of a stored row that the text takes as published: `<Reproduced … what="published" />`. */
export interface Quoted {
  readonly id: string;
  readonly row: string;
  readonly line: number;
}

/** Running text that belongs together, with white space as one space and `…` for what a component writes. */
export interface Passage {
  readonly text: string;
  /** Line of the file, by character. */
  readonly lines: readonly number[];
  /** Whether a character stands in a formula. */
  readonly formula: readonly boolean[];
  /** Keys of the works cited in the same paragraph, question or table, and of the sources of its file. */
  readonly cites: ReadonlySet<string>;
  readonly quoted: readonly Quoted[];
}

interface Estree {
  readonly type: string;
  readonly value?: unknown;
}

interface Attribute {
  readonly name?: string;
  readonly value?: string | { readonly value: string; readonly data?: { readonly estree?: unknown } } | null;
}

interface Tree {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly alt?: string | null;
  readonly title?: string | null;
  readonly children?: readonly Tree[];
  readonly attributes?: readonly Attribute[];
  readonly data?: { readonly estree?: unknown };
  readonly position?: { readonly start: { readonly line: number } };
}

interface Piece {
  readonly value: string;
  readonly line: number;
  readonly formula?: boolean;
}

/** Attributes and fields that name something to the code; all others are read by people. */
const namesSomething = new Set(
  'slug preset name format digits file path id row what keys narrative state answer by shows'.split(' '),
);

const processor = createProcessor({ remarkPlugins: [remarkMath] });

const lineOf = ({ position }: Tree): number => position?.start.line ?? 1;

/** The strings of a JavaScript expression, in order: what it may write on the page. */
const strings = (node: unknown): readonly string[] => {
  if (Array.isArray(node)) return node.flatMap(strings);
  if (typeof node !== 'object' || node === null) return [];
  const { type, value } = node as Estree;
  if (type === 'Literal')
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  if (type === 'TemplateElement') return [(value as { readonly raw: string }).raw];
  return Object.values(node).flatMap(strings);
};

const written = ({ value = null }: Attribute): readonly string[] => {
  if (value === null) return [];
  return typeof value === 'string' ? [value] : strings(value.data?.estree);
};

const named = (node: Tree, name: string): string => {
  const value = node.attributes?.find((attribute) => attribute.name === name)?.value;
  return typeof value === 'string' ? value : '';
};

const everywhere = (node: Tree): readonly Tree[] => [node, ...(node.children ?? []).flatMap(everywhere)];

const piecesOf = (node: Tree): readonly Piece[] => {
  const line = lineOf(node);
  const { type, value = '', children = [] } = node;
  if (type === 'inlineMath' || type === 'math') return [{ value: `$${value}$`, line, formula: true }];
  if (type.endsWith('Expression')) return strings(node.data?.estree).map((text) => ({ value: text, line }));
  if (type === 'break') return [{ value: ' ', line }];
  if (type === 'image') return [{ value: node.alt ?? '', line }];
  if (type.startsWith('mdxJsx') && children.length === 0) return [{ value: '…', line }];
  return children.length > 0 ? children.flatMap(piecesOf) : [{ value, line }];
};

const passage = (pieces: readonly Piece[], about: Pick<Passage, 'cites' | 'quoted'>): Passage => {
  let text = '';
  const lines: number[] = [];
  const formula: boolean[] = [];
  for (const piece of pieces) {
    let { line } = piece;
    for (let at = 0; at < piece.value.length; at++) {
      const letter = piece.value.charAt(at).replace(/\s/, ' ');
      if (letter !== ' ' || !text.endsWith(' ')) {
        text += letter;
        lines.push(line);
        formula.push(piece.formula === true);
      }
      if (piece.value.charAt(at) === '\n') line++;
    }
  }
  return { text, lines, formula, ...about };
};

/** Nodes whose children stand in one line of text. */
const running = new Set(['paragraph', 'heading', 'math', 'code', 'mdxFlowExpression']);

const read = (block: Tree, sources: readonly string[]): readonly Passage[] => {
  const all = everywhere(block);
  const elements = (name: string): readonly Tree[] => all.filter((node) => node.name === name);
  const cited = elements('Cite').flatMap((node) => named(node, 'keys').split(/\s+/));
  const cites = new Set([...sources, ...cited]);
  const quoted = elements('Reproduced')
    .filter((node) => named(node, 'what') === 'published')
    .map((node) => ({ id: named(node, 'id'), row: named(node, 'row'), line: lineOf(node) }));
  const inAttributes = all.flatMap((node) =>
    (node.attributes ?? [])
      .filter(({ name = '' }) => !namesSomething.has(name))
      .flatMap(written)
      .map((value) => [{ value, line: lineOf(node) }]),
  );
  const inText = (node: Tree): readonly (readonly Piece[])[] =>
    running.has(node.type) || node.children === undefined ? [piecesOf(node)] : node.children.flatMap(inText);
  return [...inAttributes, ...inText(block)].map((pieces) => passage(pieces, { cites, quoted }));
};

type Front = Readonly<Record<string, unknown>>;

const sentencesIn = (value: unknown): readonly string[] =>
  [value].flat().filter((one) => typeof one === 'string');

/** A sentence of the front matter row by row, from the row where its field begins; folded or on that row. */
const inRows = (sentence: string, rows: readonly string[], from: number): readonly Piece[] => {
  const pieces: Piece[] = [];
  let rest = sentence;
  const begins = (row: string): boolean => row !== '' && rest.startsWith(row);
  for (let i = from; i < rows.length && rest !== ''; i++) {
    const row = rows[i]?.trim() ?? '';
    if (!begins(row)) continue;
    pieces.push({ value: `${row} `, line: i + 1 });
    rest = rest.slice(row.length).trimStart();
  }
  return rest === '' ? pieces : [...pieces, { value: rest, line: from + 1 }];
};

/** The sentences of a file's front matter. */
const inFront = (source: string, front: Front, sources: readonly string[]): readonly Passage[] => {
  const rows = source.split('\n');
  const about = { cites: new Set(sources), quoted: [] };
  const read = Object.entries(front).filter(([field]) => !namesSomething.has(field));
  return read.flatMap(([field, value]) => {
    const from = rows.findIndex((text) => text.startsWith(`${field}:`));
    return sentencesIn(value).map((sentence) => passage(inRows(sentence, rows, from), about));
  });
};

/**
 * All that a reader of an MDX file gets to read: front matter, paragraphs, tables, formulas, questions and
 * their options.
 */
export const passagesOf = (source: string): readonly Passage[] => {
  const { content, frontmatter } = parseFrontmatter(source, { frontmatter: 'empty-with-lines' });
  const tree = processor.parse(content) as Tree;
  const sources = sentencesIn((frontmatter as Front)['sources']);
  const blocks = (tree.children ?? []).flatMap((block) => read(block, sources));
  return [...inFront(source, frontmatter, sources), ...blocks];
};
