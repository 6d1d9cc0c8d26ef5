import type { Node } from './nodes.ts';

/** Binds a number to the sign or unit after it by a space that does not break: 95 %, ε = 0.3, 28 × 28. */
export const bind = (text: string): string =>
  text
    .replace(/(?<=\d) (?=%)/g, '\u202f')
    .replace(/ ([=×≤≥<>]) (?=[\d−-])/g, '\u00a0$1\u00a0')
    .replace(/\bCC (?=BY)/g, 'CC\u00a0');

const bound = (node: Node): Node => ({
  ...node,
  ...(node.type === 'text' && { value: bind(node.value ?? '') }),
  ...(node.children && { children: node.children.map(bound) }),
});

/** Remark plugin: `bind` on all running text. */
export const remarkBind = () => (tree: Node) => {
  tree.children = tree.children?.map(bound) ?? [];
};
