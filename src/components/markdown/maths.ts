import type { Node } from './nodes.ts';

/**
 * Formulas of at most so many letters hold on to the punctuation after them; a longer one must stay free to
 * break.
 */
const short = 10;

/** The marks with which a text begins that must not begin a line. */
const marksOf = (node: Node | undefined): string =>
  /^[.,;:!?)]+/.exec((node?.type === 'text' && node.value) || '')?.[0] ?? '';

const toElements = (children: readonly Node[]): Node[] => {
  const holds = (node: Node | undefined): boolean =>
    node?.type === 'inlineMath' && (node.value ?? '').length <= short;
  return children.map((node, i) => {
    if (holds(node)) return toElement(node, marksOf(children[i + 1]));
    if (!holds(children[i - 1])) return toElement(node);
    return toElement({ ...node, ...(node.value && { value: node.value.slice(marksOf(node).length) }) });
  });
};

const toElement = ({ type, value = '', children, ...rest }: Node, marks = ''): Node => {
  if (type === 'math' || type === 'inlineMath') {
    const display = type === 'math';
    const attribute = (name: string, content: string | null) => ({
      type: 'mdxJsxAttribute',
      name,
      value: content,
    });
    return {
      type: display ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
      name: 'Maths',
      attributes: [
        attribute('tex', value),
        ...(marks === '' ? [] : [attribute('marks', marks)]),
        ...(display ? [attribute('display', null)] : []),
      ],
      children: [],
    };
  }
  return { type, ...rest, ...(value && { value }), ...(children && { children: toElements(children) }) };
};

/**
 * Remark plugin, after remark-math: a formula becomes <Maths tex="…" />, so that one KaTeX sets it and one
 * style sheet fits.
 */
export const remarkMathsElement = () => (tree: Node) => {
  tree.children = toElements(tree.children ?? []);
};
