import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { variants } from '../../src/data/strokes/draw.ts';
import figure from '../../src/figures/attack/figure.ts';
import type { AttackFrame } from '../../src/figures/attack/frame.ts';
import { optionsOf } from '../../src/figures/attack/chosen.ts';
import { methodOf, radiusOf, sizeIn, stepsOf } from '../../src/figures/attack/methods.ts';
import { shapeOf } from '../../src/figures/attack/nets.ts';
import { params, type AttackState } from '../../src/figures/attack/params.ts';
import run from '../../src/figures/attack/run.ts';
import { variantOf, waysOffered } from '../../src/figures/kit/words/stroke-fields.ts';
import view from '../../src/figures/attack/view.tsx';
import type { Bench } from '../../src/nets/bench/bench.ts';
import { readerPicture } from '../../src/data/picture.ts';
import { defaultState, fieldsOf } from '../../src/figures/kit/contract/figure.ts';
import { changed } from '../../src/figures/kit/contract/defaults.ts';
import { readLink, writeLink } from '../../src/figures/kit/contract/link.ts';
import { drawing as drawnAs } from '../../src/figures/kit/drawing/drawing.ts';
import { changeOf } from '../../src/figures/kit/drawing/signed.ts';
import type { Attack } from '../../src/lab/attack.ts';
import { attacks } from '../../src/lab/attacks/index.ts';
import type { Oracle } from '../../src/lab/oracle.ts';
import type { BallId } from '../../src/lab/ball.ts';
import { balls } from '../../src/lab/balls/index.ts';
import { linear } from '../../src/lab/oracles/linear.ts';
import { isReaderError } from '../../src/lab/reader-error.ts';
import { random } from '../../src/lab/random.ts';
import { softmax } from '../../src/lab/softmax.ts';
import { card as cardOf } from '../../src/nets/card.ts';
import { noBench } from '../no-bench.ts';

const stream = random('a net for the tests');
const normals = (length: number, scale: number): Float32Array<ArrayBuffer> =>
  Float32Array.from({ length }, () => scale * stream.normal());
const linearNet = (dimension: number, classes: number) =>
  linear({ weights: normals(dimension * classes, 0.3), bias: normals(classes, 1) });
const oracle = linearNet(28 * 28, 10);
/** Other sizes of pictures and numbers of classes, by the net. */
const others: Readonly<Record<string, Oracle>> = {
  'digits-plus-5': linearNet(28 * 28, 11),
  'emoji-cnn': linearNet(64 * 64 * 3, 32),
  'imagenet-mobilenet': linearNet(224 * 224 * 3, 12),
};

const card = cardOf.parse(
  JSON.parse(readFileSync(new URL('../../public/models/digits-softmax/card.json', import.meta.url), 'utf8')),
);

const bench: Bench = {
  ...noBench('The attack asks for pictures’ nets only.'),
  net: async (id) => {
    const asked = others[id] ?? oracle;
    return {
      ...asked,
      id,
      card,
      model: { layers: [], weights: [] },
      probabilities: async (x) => softmax(await asked.logits(x), asked.classes),
      dispose: () => undefined,
    };
  },
  own: async () => ({ ...oracle, shape: [28, 28, 1], dispose: () => undefined }),
};

const within = (ball: BallId, radius: number): Pick<AttackState, 'size'> => ({ size: { ball, radius } });

const start = (patch: Partial<AttackState>): AttackState => ({ ...defaultState(figure), ...patch });

const play = async (patch: Partial<AttackState>): Promise<readonly AttackFrame[]> => {
  const frames: AttackFrame[] = [];
  for await (const frame of run(start(patch), bench, new AbortController().signal)) frames.push(frame);
  return frames;
};

const end = async (patch: Partial<AttackState>): Promise<AttackFrame> => {
  const last = (await play(patch)).at(-1);
  if (last === undefined) throw new Error('The run gave no frame.');
  return last;
};

const drawing = [
  [
    { x: 90, y: 60, width: 24 },
    { x: 150, y: 58, width: 26 },
    { x: 110, y: 200, width: 22 },
  ],
];

const cases: readonly Partial<AttackState>[] = [
  { ...within('linf', 0.15), steps: 5, start: 'random' },
  { ...within('linf', 0.01), steps: 3, goal: 'reach', target: '2' },
  { ...within('l2', 2), steps: 5 },
  { ...within('l2', 0.3), attack: 'fgsm' },
  { input: 'drawn', drawing, steps: 4, seed: 5 },
  { ...within('l1', 10), steps: 4 },
  { ...within('l0', 6), steps: 4 },
  { ...within('linf', 0.05), steps: 3, restarts: 2, momentum: 0.5 },
  { attack: 'mi-fgsm', ...within('linf', 0.1), steps: 4, momentum: 1 },
  { attack: 'apgd', ...within('linf', 0.1), steps: 6 },
  { attack: 'apgd', ...within('l2', 1), steps: 6, loss: 'dlr', restarts: 2 },
  { attack: 'ddn', steps: 6 },
  { attack: 'deepfool', ...within('linf', 0.2), steps: 5 },
  { attack: 'carlini-wagner', searches: 1, steps: 6 },
  { attack: 'szegedy', searches: 1, steps: 4 },
  { attack: 'jsma', ...within('l0', 8) },
  { attack: 'one-pixel', ...within('l0', 2), queries: 400 },
  { attack: 'square', queries: 200 },
  { attack: 'simba', ...within('l2', 1), queries: 200 },
  { attack: 'nes', ...within('linf', 0.1), queries: 200 },
  { attack: 'hop-skip-jump', queries: 400 },
  { attack: 'boundary', queries: 400 },
];

const units = (levels: Uint8Array): Float32Array<ArrayBuffer> =>
  Float32Array.from(levels, (level) => level / 255);

describe('the figure of a digit attacked', () => {
  it('yields the picture itself, then one frame a step, and a verdict on the last alone', async () => {
    for (const patch of cases) {
      const frames = await play(patch);
      expect(frames.map(({ step }) => step)).toEqual(frames.map((_, i) => i));
      const most = stepsOf(start(patch)) + 1;
      if (methodOf(start(patch)) === 'pgd' || methodOf(start(patch)) === 'fgsm')
        expect(frames).toHaveLength(most);
      expect(frames.length).toBeLessThanOrEqual(most);
      expect(frames[0]?.shown).toEqual(frames[0]?.picture);
      expect(frames.slice(0, -1).every(({ outcome }) => outcome === 'running')).toBe(true);
      expect(frames.at(-1)?.outcome).not.toBe('running');
    }
  });

  it('is over when the attack is: the verdict stands in the last frame of few', async () => {
    for (const patch of [
      { attack: 'deepfool', steps: 40 },
      { attack: 'square', queries: 4000 },
    ] as const) {
      const frames = await play(patch);
      expect(frames.length).toBeLessThan(stepsOf(start(patch)) / 2);
      expect(frames.at(-1)?.outcome).toBe('reached');
    }
  });

  it('keeps of many answers only those that are named, and says no other number', async () => {
    const { before, after, rows, control } = await end({
      net: 'emoji-cnn',
      ...within('linf', 8 / 255),
      steps: 3,
    });
    for (const list of [before, after]) {
      expect(list).toHaveLength(32);
      expect(list.filter((p) => p > 0).length).toBeLessThanOrEqual(rows.length + 2);
    }
    expect(control).toBeNull();
  });

  it('never leaves the ball, in the 8 bits that are shown', async () => {
    for (const patch of cases) {
      const state = start(patch);
      for (const { shown, picture } of await play(patch)) {
        const change = Float32Array.from(changeOf(shown, picture));
        const { size } = balls[sizeIn(state).ball];
        expect(size(change)).toBeLessThanOrEqual(radiusOf(state, shapeOf(state)) + 1e-4);
      }
    }
  });

  it('reports what the net says of the very pictures it shows', async () => {
    for (const patch of cases) {
      for (const frame of await play(patch)) {
        for (const [levels, reported] of [
          [frame.picture, frame.before],
          [frame.shown, frame.after],
          [frame.control, frame.random],
        ] as const) {
          if (levels === null || reported === null)
            throw new Error('Small pictures have a control at every step.');
          const asked = softmax(await oracle.logits(units(levels)), 10);
          asked.forEach((p, i) => expect(Math.abs(p - (reported[i] ?? NaN))).toBeLessThan(1e-5));
        }
      }
    }
  });

  it('measures the loss on the shown picture: −log of the probability of the goal’s label', async () => {
    for (const patch of cases) {
      const frame = await end(patch);
      expect(frame.loss.at(-1)).toBeCloseTo(-Math.log(frame.after[frame.goal.label] ?? 0), 3);
    }
  });

  it('sets beside it a random nudge of the same size, to the rounding of 8 bits', async () => {
    for (const patch of cases) {
      const { ball } = sizeIn(start(patch));
      for (const { shown, control, picture } of (await play(patch)).slice(1)) {
        const size = balls[ball].size(Float32Array.from(changeOf(shown, picture)));
        const beside = balls[ball].size(Float32Array.from(changeOf(control ?? picture, picture)));
        if (ball === 'linf') expect(beside).toBe(size);
        // Of a very small nudge whole pixels come and go by rounding.
        else expect(Math.abs(beside - size)).toBeLessThan(0.01);
      }
    }
  });

  it('is the same for the same seed, to the bit, and has another control for another', async () => {
    for (const patch of cases) {
      expect(await end(patch)).toEqual(await end(patch));
      const [one, other] = [await end({ ...patch, seed: 7 }), await end({ ...patch, seed: 8 })];
      // An attack that changed nothing has nothing beside it.
      if (one.l2 > 0 && other.l2 > 0) expect(one.control).not.toEqual(other.control);
    }
  });

  it('changes nothing at radius 0', async () => {
    for (const patch of [within('linf', 0), { ...within('l2', 0) }] as const) {
      const frame = await end({ ...patch, steps: 3 });
      expect(frame.shown).toEqual(frame.picture);
      expect(frame.control).toEqual(frame.picture);
      expect(frame.after).toEqual(frame.before);
    }
  });

  it('attacks a linear net by FGSM along the sign of the gradient, gaining at least the first order', async () => {
    for (const digit of ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const) {
      const frame = await end({ digit, attack: 'fgsm', ...within('linf', 0.1) });
      const change = changeOf(frame.shown, frame.picture);
      const { gradient } = await oracle.loss(units(frame.picture), Int32Array.of(Number(digit)));
      let gain = 0;
      change.forEach((value, i) => {
        const slope = gradient[i] ?? 0;
        const cut = (frame.picture[i] ?? 0) + 25 * Math.sign(slope);
        expect(Math.round(255 * value)).toBe(Math.min(255, Math.max(0, cut)) - (frame.picture[i] ?? 0));
        gain += slope * value;
      });
      // Cross-entropy of a linear net is convex, so its tangent lies below it.
      expect((frame.loss[1] ?? 0) - (frame.loss[0] ?? 0)).toBeGreaterThanOrEqual(gain - 1e-4);
      expect(gain).toBeGreaterThan(0);
    }
  });

  it('takes the answer of the net for the label of a drawing, and our digit where nothing is drawn', async () => {
    const drawn = await end({ input: 'drawn', drawing, steps: 2 });
    expect(drawn.source).toBe('drawn');
    expect(drawn.label).toBe(drawn.answers[0]);
    const empty = await end({ input: 'drawn', drawing: [], digit: '4', steps: 2 });
    expect(empty.source).toBe('nothing-drawn');
    expect(empty.picture).toEqual((await end({ digit: '4', steps: 2 })).picture);
    expect(figure.describe(start({ input: 'drawn', steps: 2 }), empty)).toMatch(/^Nothing is drawn yet/);
  });

  it('attacks a drawing as what its reader says it is', async () => {
    for (const meant of ['2', '6'] as const) {
      const frame = await end({ input: 'drawn', drawing, meant, steps: 2 });
      expect([frame.label, frame.said, frame.goal.label]).toEqual([Number(meant), true, Number(meant)]);
    }
    expect((await end({ input: 'drawn', drawing, steps: 2 })).said).toBe(false);
  });

  it('says that there is nothing to attack where the net reads something else from the start', async () => {
    const frames = await Promise.all(
      (['1', '3', '5', '7'] as const).map(async (meant) => {
        const patch = { input: 'drawn', drawing, meant, steps: 1 } as const;
        const frame = await end(patch);
        const wrong = frame.answers[0] !== frame.label;
        expect(figure.describe(start(patch), frame).startsWith('There is nothing to attack')).toBe(wrong);
        return wrong;
      }),
    );
    expect(frames).toContain(true);
  });

  it('takes a stray dot for no drawing, and says so', async () => {
    const patch = {
      input: 'drawn',
      drawing: [
        [
          { x: 90, y: 60, width: 24 },
          { x: 101, y: 70, width: 24 },
        ],
      ],
      steps: 2,
    } as const;
    const frame = await end(patch);
    expect(frame.source).toBe('dot');
    expect(frame.picture).toEqual((await end({ steps: 2 })).picture);
    expect(figure.describe(start(patch), frame)).toMatch(/^That is only a dot: draw a whole digit/);
  });

  it('tells numbers to a file and words to a reader in its table', async () => {
    const frame = await end({ steps: 2 });
    const { rows } = figure.table(start({ steps: 2 }), frame);
    rows.forEach((row, digit) => {
      const now = row[2];
      expect(now).toMatchObject({ text: expect.stringMatching(/%$/) as string });
      expect(typeof now === 'object' && now !== null ? now.value : NaN).toBeCloseTo(
        frame.after[digit] ?? NaN,
        5,
      );
    });
  });

  it('has a way of writing for every choice', () => {
    for (let digit = 0; digit < 10; digit++) {
      const state = start({ digit: String(digit) });
      expect([...waysOffered(state)].map((way) => variantOf({ ...state, way })).sort()).toEqual(
        variants(digit).map((_, variant) => variant),
      );
    }
  });
});

describe('a method', () => {
  const listed = Object.entries<Attack<object>>(attacks).filter(([, attack]) => attack.listed !== undefined);

  it('is offered where an attack says how a list names it, in the order of the laboratory', () => {
    expect(Object.entries(params.attack.options)).toEqual(listed.map(([id, attack]) => [id, attack.listed]));
    expect(Object.keys(params.attack.options)).not.toContain('universal');
  });

  it('has its source among those of the figure, and in the book’s references', () => {
    const read = (file: string): string =>
      readFileSync(new URL(`../../content/${file}`, import.meta.url), 'utf8');
    const [words, references] = [read('figures/attack.mdx'), read('references.json')];
    for (const [, { source }] of listed) {
      expect(words).toMatch(new RegExp(`^ +${source},$`, 'm'));
      expect(references).toContain(`"id": "${source}"`);
    }
  });

  it('shows the controls of its own options, and no others', () => {
    const group = figure.groups.find(({ legend }) => legend === 'Its settings');
    const shown = (attack: AttackState['attack']) => group && fieldsOf(group, start({ attack }));
    expect(shown('fgsm')).toEqual(['seed']);
    expect(shown('pgd')).toEqual(['steps', 'start', 'momentum', 'restarts', 'seed']);
    expect(shown('mi-fgsm')).toEqual(['steps', 'momentum', 'seed']);
    expect(shown('apgd')).toEqual(['steps', 'start', 'restarts', 'loss', 'seed']);
    expect(shown('carlini-wagner')).toEqual(['steps', 'searches', 'confidence', 'seed']);
    expect(shown('simba')).toEqual(['queries', 'basis', 'seed']);
  });

  it('brings its own defaults where a link leaves them out', () => {
    const read = (query: string) => readLink(figure, query).state;
    expect(read('attack=mi-fgsm')).toEqual(start({ attack: 'mi-fgsm', steps: 10, momentum: 1 }));
    expect(read('attack=apgd')).toEqual(start({ attack: 'apgd', steps: 100 }));
    expect(read('momentum=0.5&attack=mi-fgsm&steps=40')).toEqual(start({ attack: 'mi-fgsm', momentum: 0.5 }));
    expect(writeLink(figure, start({ attack: 'mi-fgsm', steps: 10, momentum: 1 }))).toBe(
      '?attack=mi-fgsm&v=1',
    );
    expect(writeLink(figure, start({ attack: 'mi-fgsm' }))).toBe('?attack=mi-fgsm&steps=40&momentum=0&v=1');
  });

  it('is what it was in links that were made before methods had defaults of their own', () => {
    // As they stood then: of each method, all settings that it has.
    const then = {
      steps: 40,
      start: 'picture',
      momentum: 0,
      restarts: 1,
      searches: 5,
      confidence: 0,
      overshoot: 0.02,
    };
    const asked = { queries: 1000, basis: 'pixels', seed: 1, ...within('linf', 0.2) };
    const methods = [
      'pgd',
      'fgsm',
      'ddn',
      'carlini-wagner',
      'deepfool',
      'szegedy',
      'jsma',
      'one-pixel',
      'square',
    ];
    for (const attack of [...methods, 'simba', 'nes', 'hop-skip-jump', 'boundary']) {
      const { state, refused } = readLink(figure, `?attack=${attack}&v=1`);
      expect([refused, { ...state, ...within('linf', 0.2) }]).toEqual([
        [],
        { ...start({}), ...then, ...asked, attack },
      ]);
      const own: readonly BallId[] = attacks[attack as keyof typeof attacks].balls;
      expect(sizeIn(state).ball).toBe(own.includes('linf') ? 'linf' : own[0]);
    }
    expect(sizeIn(readLink(figure, '?attack=deepfool&ball=l0&v=1').state).ball).toBe('l2');
    expect(optionsOf('carlini-wagner', start({}))).toEqual({
      ...attacks['carlini-wagner'].defaults,
      searches: 5,
      steps: 40,
      rate: 0.05,
      eightBits: true,
    });
    expect(optionsOf('jsma', start({}))).toMatchObject({
      pairs: false,
      direction: 'both',
      outputs: 'probabilities',
    });
    expect(optionsOf('boundary', start({}))).toMatchObject({
      steps: 100_000,
      queries: 1000,
      eightBits: true,
    });
    expect(optionsOf('pgd', start({ start: 'random' }))).toMatchObject({ randomStart: true, steps: 40 });
  });

  it.each([
    ['epsilon=0.05', 'linf', 0.05],
    ['ball=l2', 'l2', 2],
    ['ball=l2&radius=3.5&epsilon=0.4', 'l2', 3.5],
    ['radius=3.5', 'linf', 0.2],
    ['ball=l1&sum=7', 'l1', 7],
    ['ball=l0&changed=4', 'l0', 4],
    ['net=emoji-cnn&levels=4', 'linf', 4 / 255],
    ['net=emoji-cnn&epsilon=0.4', 'linf', 8 / 255],
    ['net=digits-softmax&levels=4', 'linf', 0.2],
    ['attack=jsma&changed=5', 'l0', 5],
    ['attack=jsma&epsilon=0.1', 'l0', 30],
    ['attack=deepfool&ball=l2', 'l2', 2],
    ['attack=square&ball=l1&sum=3', 'linf', 0.2],
  ] as const)('is as large as it was under the old link %s', (query, ball, radius) => {
    const { state, refused } = readLink(figure, `?${query}&v=1`);
    expect(refused).toEqual([]);
    expect(sizeIn(state)).toMatchObject({ ball, radius });
    expect(readLink(figure, writeLink(figure, state)).state).toEqual(state);
  });

  it.each([
    ['size=linf:0.9', 'is outside 0 to 0.5'],
    ['size=linf:33/255', 'is outside 0/255 to 32/255'],
    ['size=l7:1', 'is not a size: write one of linf, l2, l1, l0, then a colon and a number'],
    ['size=l2:much', 'is not a size'],
    ['epsilon=9', 'is outside 0 to 0.5'],
    ['ball=l7', 'is not a size'],
  ])('refuses %s and says why', (query, why) => {
    const { state, refused } = readLink(figure, `?${query}`);
    expect(refused).toEqual([expect.stringContaining(why)]);
    expect(state).toEqual(start({}));
  });

  it('moves the settings that nobody touched to its own when it is chosen, and no others', () => {
    const choose = (attack: AttackState['attack'], from: AttackState): AttackState =>
      changed(figure, from, { attack });
    const chosen = choose('mi-fgsm', start({}));
    expect(chosen).toEqual(start({ attack: 'mi-fgsm', steps: 10, momentum: 1 }));
    expect(choose('pgd', chosen)).toEqual(start({}));
    expect(choose('mi-fgsm', start({ steps: 77, momentum: 0.3 }))).toEqual(
      start({ attack: 'mi-fgsm', steps: 77, momentum: 0.3 }),
    );
  });

  it('is named by its steps where it climbs', async () => {
    const said = async (patch: Partial<AttackState>): Promise<string> =>
      figure.describe(start(patch), await end(patch));
    const patch = {
      input: 'drawn',
      drawing,
      attack: 'mi-fgsm',
      ...within('linf', 0.3),
      steps: 10,
      momentum: 1,
    } as const;
    expect(await said(patch)).toMatch(/^At ε = 0\.3 .* 10 steps of MI-FGSM turn a drawing /);
    expect(await said({ ...patch, attack: 'apgd', restarts: 2 })).toMatch(
      /2 runs of 10 steps of APGD turn a drawing /,
    );
    expect(await said({ ...patch, attack: 'apgd', steps: 1 })).toMatch(/one step of APGD turns a drawing /);
    expect(await said({ ...patch, attack: 'fgsm' })).toMatch(/one step of FGSM turns a drawing /);
  });
});

const anyState: fc.Arbitrary<AttackState> = fc
  .record({
    net: fc.constantFrom(
      'digits-lenet',
      'digits-robust',
      'digits-plus-5',
      'emoji-cnn',
      'imagenet-mobilenet',
      'own',
    ),
    model: fc.constantFrom([], [new File([], 'model.json')]),
    order: fc.constantFrom('0 1 2 3 4 5 6 7 8 9', '9,8,7,6,5,4,3,2,1,0', 'a,b,c,d,e,f,g,h,i,j'),
    input: fc.constantFrom('stroke', 'drawn', 'thing', 'picture', 'noise'),
    digit: fc.constantFrom('0', '1', '8'),
    way: fc.constantFrom('first', 'third'),
    drawing: fc.constantFrom([], drawing),
    photo: fc.constantFrom(null, readerPicture('red.png', 2, [...Array(16).keys()])),
    meant: fc.constantFrom('net', '2'),
    goal: fc.constantFrom('leave', 'reach'),
    target: fc.constantFrom('0', '3'),
    named: fc.constantFrom('3', 'bagel'),
    attack: fc.constantFrom(...(Object.keys(params.attack.options) as AttackState['attack'][])),
    size: fc.constantFrom(
      ...[0, 0.01, 8 / 255, 0.5].map((radius) => ({ ball: 'linf', radius }) as const),
      ...(['l2', 'l1', 'l0'] as const).flatMap((ball) => [0, 2, 20].map((radius) => ({ ball, radius }))),
    ),
    loss: fc.constantFrom('ce', 'dlr'),
    start: fc.constantFrom('picture', 'random'),
    steps: fc.integer({ min: 1, max: 3 }),
    restarts: fc.integer({ min: 1, max: 2 }),
    seed: fc.integer({ min: 0, max: 9999 }),
  })
  .map((patch) => start({ ...patch, searches: 1, queries: 200 }));

describe('what the figure says', () => {
  it('holds no NaN, in no frame of no state, in words, table, outcome and drawing', async () => {
    await fc.assert(
      fc.asyncProperty(anyState, async (state) => {
        const frames = await play(state).catch((error: unknown) => {
          // What the reader is told instead: the name of an answer that the net does not have.
          if (isReaderError(error) && /^This net has no answer|^Your model/.test(error.message)) return [];
          throw error;
        });
        expect(frames.length).toBeLessThanOrEqual(stepsOf(state) + 1);
        for (const frame of frames) {
          const sentence = figure.describe(state, frame);
          const table = figure.table(state, frame);
          const outcome = figure.outcome(state, frame);
          const widths = frame === frames.at(-1) ? [340, 720] : [];
          const drawn = widths.map((width) =>
            drawnAs(view, { state, frame, width, id: 'x' }).replaceAll(/href="[^"]*"/g, ''),
          );
          expect(sentence).toMatch(/^[A-Z].*\.$/);
          for (const text of [sentence, JSON.stringify(table), ...drawn]) {
            expect(text).not.toMatch(/NaN|undefined|Infinity/);
          }
          expect(table.rows.every((row) => row.length === table.head.length)).toBe(true);
          expect(Object.values(outcome).every(Number.isFinite)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
