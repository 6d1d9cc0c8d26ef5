import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import typescript from 'typescript-eslint';
import { root } from '../build.ts';

// Files that are made up have no types; the house's own rules need none.
const eslint = new ESLint({ cwd: root, overrideConfig: [typescript.configs.disableTypeChecked] });

/**
 * Ids of the rules that refuse a text if it were the content of a file; null is a text that cannot be read at
 * all.
 */
const refusals = async (file: string, text: string): Promise<(string | null)[]> => {
  const [result] = await eslint.lintText(text, { filePath: file });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
};

describe('imports against the direction of the house are refused', () => {
  test.each([
    ['src/lab/a.ts', `import '../data/b.ts';`],
    ['src/lab/attacks/a.ts', `import type { B } from '../../nets/b.ts'; export type A = B;`],
    ['src/data/a.ts', `import '../nets/b.ts';`],
    ['src/nets/a.ts', `import '../data/b.ts';`],
    ['src/nets/a.ts', `export * from '../figures/kit/b.ts';`],
    ['src/figures/one/a.tsx', `export { b } from '../../engine/b.ts';`],
    ['src/figures/kit/a.ts', `export const a = import('../../components/b.ts');`],
    ['src/figures/kit/a.ts', `export const a = new URL('../../engine/b.ts', import.meta.url);`],
    ['src/figures/kit/a.ts', `export const a = import.meta.glob('../../pages/*.ts');`],
    ['src/figures/kit/a.ts', `export const a = import.meta.glob(['../*/figure.ts', '../../pages/*.ts']);`],
    ['src/components/a.tsx', `import '../pages/b.ts';`],
    ['src/components/A.astro', `---\nimport B from '../layouts/B.astro';\n---\n<B />`],
    ['src/layouts/A.astro', `---\nimport B from '../pages/B.astro';\n---\n<B />`],
    ['src/lab/a.ts', `import '../training/b.ts';`],
    ['src/pages/a.ts', `import '../training/b.ts';`],
    ['src/training/a.ts', `import '../components/b.ts';`],
    ['src/engine/a.ts', `import '../../tests/b.ts';`],
  ])('%s: %j', async (file, text) => expect(await refusals(file, text)).toEqual(['house/direction']));
});

describe('what the rest of the house may not do is refused', () => {
  test.each([
    ['src/lab/a.ts', `import '@tensorflow/tfjs-core';`, 'no-restricted-imports'],
    ['src/engine/a.ts', `import '@tensorflow/tfjs';`, 'no-restricted-imports'],
    ['src/training/a.ts', `import '@tensorflow/tfjs';`, 'no-restricted-imports'],
    ['src/components/A.astro', `---\nimport '@tensorflow/tfjs';\n---\n<p />`, 'no-restricted-imports'],
    ['src/lab/a.ts', `export const a = Math.random();`, 'no-restricted-properties'],
    ['src/data/a.ts', `const { random } = Math; export const a = random();`, 'no-restricted-properties'],
    [
      'src/figures/one/a.ts',
      `import { randomNormal } from 'd3'; export const a = randomNormal();`,
      'no-restricted-imports',
    ],
    ['src/lab/a.ts', `// ${'word '.repeat(22)}\nexport const a = 1;`, 'max-len'],
    ['src/lab/a.ts', 'export const a = 1;\n'.repeat(201), 'max-lines'],
    ['src/lab/a.ts', `export const a = new Date();`, 'no-restricted-globals'],
    ['src/data/a.ts', `export const a = Date.now();`, 'no-restricted-globals'],
    ['src/figures/kit/a.ts', `export const a = performance.now();`, 'no-restricted-globals'],
    ['src/figures/one/a.ts', `export const a = globalThis.Date;`, 'no-restricted-globals'],
    ['src/figures/one/a.tsx', `export const a = document.title;`, 'no-restricted-globals'],
    ['src/nets/a.ts', `export const a = window.innerWidth;`, 'no-restricted-globals'],
    ['src/lab/a.ts', `export const a = localStorage.getItem('a');`, 'no-restricted-globals'],
    ['src/pages/A.astro', `<p>{document.title}</p>`, 'no-restricted-globals'],
    ['src/lab/a.ts', `export const a = (b: any): unknown => b;`, '@typescript-eslint/no-explicit-any'],
    [
      'src/lab/a.ts',
      `export const a = (b?: string): string => b!;`,
      '@typescript-eslint/no-non-null-assertion',
    ],
    ['src/lab/a.ts', `// @ts-ignore\nexport const a: string = 1;`, '@typescript-eslint/ban-ts-comment'],
    ['src/engine/a.tsx', `export const A = () => <img src="b.png" />;`, 'jsx-a11y-x/alt-text'],
    ['src/pages/A.astro', `<img src="b.png" />`, 'astro/jsx-a11y/alt-text'],
  ])('%s: %j', async (file, text, rule) => expect(await refusals(file, text)).toEqual([rule]));

  test('a comment cannot switch a rule off', async () =>
    expect(
      await refusals('src/lab/a.ts', `// eslint-disable-next-line\nexport const a = Math.random();`),
    ).toContain('no-restricted-properties'));
});

describe('what is allowed passes', () => {
  test.each([
    ['src/lab/attacks/a.ts', `export * from '../ball.ts';`],
    [
      'src/figures/one/a.tsx',
      `import '../../lab/b.ts'; import '../../data/b.ts'; import '../../nets/b.ts'; import '../kit/b.ts';`,
    ],
    ['src/engine/a.ts', `export const a = new Worker(new URL('./b.ts', import.meta.url));`],
    [
      'src/pages/A.astro',
      `---\nimport B from '../layouts/B.astro';\nimport '../components/c.ts';\n---\n<B />`,
    ],
    ['src/nets/a.ts', `import '@tensorflow/tfjs-core';`],
    ['src/training/bench/a.ts', `import '@tensorflow/tfjs';`],
    ['src/figures/kit/a.ts', `export const a = document.title;`],
    ['src/figures/one/a.ts', `import { scaleLinear } from 'd3'; export const a = scaleLinear();`],
    ['src/engine/a.ts', `export const a = performance.now();`],
  ])('%s: %j', async (file, text) => expect(await refusals(file, text)).toEqual([]));
});
