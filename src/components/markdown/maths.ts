import type { Node } from './nodes.ts';

const toElement = ({ type, value = '', children, ...rest }: Node): Node => {
  if (type === 'math' || type === 'inlineMath') {
    const display = type === 'math';
    const attribute = (name: string, content: string | null) => ({ type: 'mdxJsxAttribute', name, value: content });
    return {
      type: display ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
      name: 'Maths',
      attributes: [attribute('tex', value), ...(display ? [attribute('display', null)] : [])],
      children: [],
    };
  }
  return { type, ...rest, ...(value && { value }), ...(children && { children: children.map(toElement) }) };
};

/** Remark plugin, after remark-math: a formula becomes <Maths tex="…" />, so that one KaTeX sets it and one style sheet fits. */
export const remarkMathsElement = () => (tree: Node) => {
  tree.children = tree.children?.map(toElement) ?? [];
};
