import type { Node } from './nodes.ts';

/** Elements of an article that stand in the page's grid on their own, maybe wider than the text. */
const breakouts = new Set(['Figure', 'Wide']);

const isEmpty = (node: Node): boolean => node.type === 'text' && (node.value ?? '').trim() === '';

/**
 * Rehype plugin for articles: gathers what stands between two figures into one <div class="prose">. Figures
 * are then items of the page's grid, while notes can float beside the running text without stretching the
 * paragraph they belong to.
 */
export const rehypeProse = () => (tree: Node, file: { readonly path?: string }) => {
  if (!file.path?.includes('/content/articles/')) return;
  const grouped: Node[] = [];
  let run: Node[] = [];
  const close = () => {
    if (run.some((node) => !isEmpty(node))) {
      grouped.push({ type: 'element', tagName: 'div', properties: { className: ['prose'] }, children: run });
    }
    run = [];
  };
  for (const node of tree.children ?? []) {
    if (node.type === 'mdxjsEsm' || breakouts.has(node.name ?? '')) {
      close();
      grouped.push(node);
    } else {
      run.push(node);
    }
  }
  close();
  tree.children = grouped;
};
