import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { optionsOf } from '../../src/figures/attack/chosen.ts';
import figure from '../../src/figures/attack/figure.ts';
import type { AttackFrame } from '../../src/figures/attack/frame.ts';
import { methodOf, radiusOf, sizeIn } from '../../src/figures/attack/methods.ts';
import { inputOf, netOf, shapeOf } from '../../src/figures/attack/nets.ts';
import type { AttackState } from '../../src/figures/attack/params.ts';
import run from '../../src/figures/attack/run.ts';
import { methods } from '../../src/figures/attack/settings.ts';
import { changed } from '../../src/figures/kit/contract/defaults.ts';
import { defaultState, publishedStates } from '../../src/figures/kit/contract/figure.ts';
import { readLink } from '../../src/figures/kit/contract/link.ts';
import { Tools } from '../../src/figures/kit/live/tools.tsx';
import { loadFigure } from '../../src/figures/registry.ts';
import { flagsOf, taken, type Flags } from '../../src/training/attack/flags.ts';
import { given } from '../../src/training/command.ts';
import { nodeBench } from '../../src/training/node-bench.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const start = 'npm run attack -- ';

/** The words of a command line, as a shell takes them apart. */
const wordsOf = (line: string): readonly string[] => {
  expect(line.startsWith(start)).toBe(true);
  return [...line.slice(start.length).matchAll(/'([^']*)'|(\S+)/g)].map(
    ([, quoted, plain = '']) => quoted ?? plain,
  );
};

const commandOf = (state: AttackState): string => figure.command?.(state) ?? '';

const flagsIn = (state: AttackState): Flags => flagsOf(given(taken, wordsOf(commandOf(state))));

/** What the options that a word can say come to. */
const plain = (options: object): object =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

const stateWith = (patch: Partial<AttackState>): AttackState => changed(figure, defaultState(figure), patch);

const elsewhere = (state: AttackState): boolean => netOf(state) === 'imagenet-mobilenet';
const published = [...publishedStates(figure)].map(
  ([name, { state }]) => [name || 'the published state', state] as const,
);
const others: readonly (readonly [string, AttackState])[] = [
  ...methods.map((attack) => [`by ${attack}`, stateWith({ attack })] as const),
  ['from a random point, twice', stateWith({ start: 'random', restarts: 2, seed: 7 })],
  ['on noise', stateWith({ input: 'noise', seed: 3 })],
  ['on an evolved picture', stateWith({ input: 'evolved', digit: '2' })],
  ['to a thing', stateWith({ net: 'emoji-cnn', input: 'thing', goal: 'reach', wanted: '3' })],
];

describe.each([...published, ...others].filter(([, state]) => !elsewhere(state)))(
  'The command of “%s”',
  (_, state) => {
    const flags = flagsIn(state);

    it('names the net, the method, the size and the goal that the figure has', () => {
      expect(flags.model).toBe(`public/models/${netOf(state)}/model.json`);
      expect(existsSync(path.join(root, flags.model))).toBe(true);
      const { ball } = sizeIn(state);
      expect(flags).toMatchObject({
        attack: { id: methodOf(state) },
        ball,
        epsilon: radiusOf(state, shapeOf(state)),
        seed: state.seed,
        gradient: 'exact',
        unclipped: false,
        unused: [],
      });
      const reaches = netOf(state).startsWith('digits') ? state.target : state.wanted;
      expect(flags.target).toBe(state.goal === 'reach' ? Number(reaches) : undefined);
    });

    it('comes to the same settings', () => {
      const told = { ...flags.attack.defaults, ...flags.options };
      expect(plain(told)).toEqual(plain(optionsOf(methodOf(state), state)));
    });

    it('names the picture that the figure shows', () => {
      const { state: shown, refused } = readLink(figure, flags.inputs);
      expect(refused).toEqual([]);
      const fields = ['net', 'digit', 'way', 'shape', 'drawing', 'meant', 'thing'] as const;
      const used =
        inputOf(state) === 'stroke'
          ? (['net', 'digit', 'way', 'shape'] as const)
          : fields.filter((field) => flags.inputs.includes(field));
      for (const field of used) expect(shown[field]).toEqual(state[field]);
      expect(inputOf(shown)).toBe(inputOf(state));
      if (['noise', 'evolved'].includes(inputOf(state))) expect(shown.seed).toBe(state.seed);
    });
  },
);

describe('The command', () => {
  const tools = async (state: AttackState): Promise<string> =>
    render(
      h(Tools, {
        figure: (await loadFigure('attack')).figure,
        home: { path: '/', embed: '/', site: 'site', authors: 'authors', year: 2026 },
        link: '',
        published: [],
        shown: { state, frame: undefined },
        live: true,
        onState: () => undefined,
        onReset: () => undefined,
      }),
    );

  it('is offered to be copied', async () => {
    expect(await tools(stateWith({}))).toContain('Copy command');
  });

  it.each([
    ['the reader’s picture', { input: 'picture' }],
    ['a net that does not ship', { net: 'imagenet-mobilenet', input: 'thing' }],
  ] as const)('is not offered for %s', async (_, patch) => {
    expect(figure.command?.(stateWith(patch))).toBeUndefined();
    expect(await tools(stateWith(patch))).not.toContain('Copy command');
  });

  it.each([
    ['from a random point', stateWith({ start: 'random', steps: 6, digit: '3' })],
    [
      'to a chosen thing',
      stateWith({ net: 'emoji-cnn', input: 'thing', goal: 'reach', wanted: '3', steps: 3 }),
    ],
  ] as const)('finds what the figure shows, %s', async (_, state) => {
    let frame: AttackFrame | undefined;
    for await (const next of run(state, nodeBench(), new AbortController().signal)) frame = next;
    const args = [
      'node_modules/tsx/dist/cli.mjs',
      'src/training/attack/attack.ts',
      ...wordsOf(commandOf(state)),
      '--json',
    ];
    const { stdout: out } = await promisify(execFile)(process.execPath, args, { cwd: root });
    const { images } = JSON.parse(out) as {
      readonly images: readonly [
        {
          readonly label: number;
          readonly after: number;
          readonly size: { readonly l2: number; readonly linf: number };
        },
      ];
    };
    expect(images).toHaveLength(1);
    const [{ label, after, size }] = images;
    expect(label).toBe(frame?.label);
    expect(after).toBe(frame?.answers.at(-1));
    expect(size.linf).toBeCloseTo(frame?.linf ?? NaN, 6);
    expect(size.l2).toBeCloseTo(frame?.l2 ?? NaN, 4);
  });
});
