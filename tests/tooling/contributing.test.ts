import { globSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';
import {
  defaultState,
  fieldsOf,
  publishedStates,
  type AnyFigure,
  type AnyRun,
  type AnyView,
} from '../../src/figures/kit/contract/figure.ts';
import { drawing } from '../../src/figures/kit/drawing/drawing.ts';
import { balls } from '../../src/lab/balls/index.ts';
import type { Attack } from '../../src/lab/attack.ts';
import { linear } from '../../src/lab/oracles/linear.ts';
import { random } from '../../src/lab/random.ts';
import { finish, solve } from '../../src/lab/solve.ts';
import type { Recipe } from '../../src/training/recipes/index.ts';
import { nodeBench } from '../../src/training/node-bench.ts';
import { root } from '../build.ts';
import { exampleOf, writeExamples } from './examples.ts';

const { folder, fileOf, files } = writeExamples();
afterAll(() => rmSync(folder, { recursive: true }));

const load = async (file: string): Promise<Readonly<Record<string, unknown>>> =>
  (await import(pathToFileURL(fileOf(file)).href)) as Readonly<Record<string, unknown>>;

/** What the compiler says of the files, under the settings of the house. */
const complaints = (): readonly string[] => {
  const read = ts.getParsedCommandLineOfConfigFile(path.join(root, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  });
  const program = ts.createProgram(files, { ...read?.options, skipLibCheck: true });
  return files.flatMap((file) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) =>
        `${path.relative(folder, file)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
  });
};

/** The front matter of an example, field by field, as far as it stands on lines of its own. */
const fields = (text: string): readonly string[] =>
  [...(/^---\n(.*?)^---$/ms.exec(text)?.[1] ?? '').matchAll(/^(\w+):/gm)].map(([, name = '']) => name);

test('the code of every example compiles', { timeout: 120_000 }, () => {
  expect(files.length).toBe(5);
  expect(complaints()).toEqual([]);
});

describe('the example of a figure', () => {
  test('yields its frames, and says and draws each of them, in every published state', async () => {
    const figure = (await load('src/figures/adds-up/figure.ts'))['default'] as AnyFigure;
    const run = (await load('src/figures/adds-up/run.ts'))['default'] as AnyRun;
    const view = (await load('src/figures/adds-up/view.tsx'))['default'] as AnyView;
    expect(figure.groups.flatMap((group) => fieldsOf(group)).toSorted()).toEqual(
      Object.keys(figure.params).toSorted(),
    );
    for (const { state } of publishedStates(figure).values()) {
      const frames: unknown[] = [];
      for await (const frame of run(state, nodeBench(), new AbortController().signal)) frames.push(frame);
      expect(frames).toHaveLength(figure.steps.count(state) + 1);
      for (const frame of frames) {
        expect(figure.describe(state, frame)).toMatch(/^\d[^]*\.$/);
        for (const cells of figure.table(state, frame).rows)
          expect(cells).toHaveLength(figure.table(state, frame).head.length);
        for (const width of [280, 1200])
          expect(drawing(view, { state, frame, width, id: 'example' })).toMatch(/^<svg [^]*<\/svg>$/);
      }
    }
    const last = { nudged: 100, moved: 5 };
    expect(figure.outcome(defaultState(figure), last)).toEqual({ moved: 5 });
  });

  test('has the words that every figure has', () =>
    expect(fields(exampleOf('content/figures/adds-up.mdx'))).toEqual(['use', 'notice', 'limits', 'sources']));
});

test('the example of an attack takes a linear model where its closed form says, and to its goal', async () => {
  const straight = (await load('src/lab/attacks/straight.ts'))['straight'] as Attack<{
    readonly steps: number;
  }>;
  const weights = Float32Array.of(1, -1, -2, 2, 0.5, -0.5);
  const oracle = linear({ weights, bias: Float32Array.of(0, 0) });
  const x0 = Float32Array.of(0.5, 0.4, 0.5);
  const goal = { kind: 'leave', labels: Int32Array.of(0) } as const;
  for (const [ball, expected] of [
    ['linf', [0.4, 0.5, 0.4]],
    [
      'l2',
      [
        0.5 - 0.1 / Math.hypot(1, 2, 0.5),
        0.4 + 0.2 / Math.hypot(1, 2, 0.5),
        0.5 - 0.05 / Math.hypot(1, 2, 0.5),
      ],
    ],
  ] as const) {
    const problem = { oracle, x0, goal, ball: balls[ball], radius: 0.1, box: [0, 1] } as const;
    const { last, outcomes } = await finish(solve(straight, problem, { random: random(1) }));
    expect(last.index).toBe(straight.defaults.steps);
    expected.forEach((value, i) => expect(last.x[i]).toBeCloseTo(value, 5));
    expect(outcomes).toEqual(['reached']);
  }
});

test('the example of a net has an id and layers that agree', async () => {
  const shallow = (await load('src/training/recipes/shallow.ts'))['shallow'] as Recipe;
  expect(JSON.stringify(shallow.topology)).toContain(shallow.id);
});

test('the example of an article has the front matter and the elements that articles have', () => {
  const article = exampleOf('content/articles/10-adding-up.mdx');
  const texts = globSync('content/articles/*.mdx', { cwd: root }).map((file) =>
    readFileSync(path.join(root, file), 'utf8'),
  );
  const atFirst = (text: string) => fields(text).filter((field) => field !== 'updated');
  expect(texts.map((text) => atFirst(text).toSorted())).toContainEqual(fields(article).toSorted());
  for (const [, element = ''] of article.matchAll(/<([A-Z]\w+)/g))
    expect(
      texts.some((text) => text.includes(`<${element} `)),
      element,
    ).toBe(true);
});
