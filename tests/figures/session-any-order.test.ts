import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runState, type AnyState } from '../../src/figures/kit/contract/figure.ts';
import { writeLink } from '../../src/figures/kit/contract/link.ts';
import type { Ink } from '../../src/data/ink.ts';
import type { SessionEvent } from '../../src/figures/kit/session/events.ts';
import { failureOf } from '../../src/figures/kit/session/failure.ts';
import { beginning, createStep, type Session } from '../../src/figures/kit/session/session.ts';
import { figure, one, setting, seven, some } from './session-figure.ts';

/** A frame that knows what run it is of, and what that is a run of. */
interface Frame {
  readonly run: number;
  readonly of: string;
}

const runOf = (state: AnyState): string => writeLink(figure, runState(figure, state));
const rendered: Frame = { run: 0, of: runOf(setting.initial.state) };
const on = { ...setting, initial: { ...setting.initial, frame: rendered } };
const step = createStep(on);

/**
 * What a reader and a page do, and, of the run that is on or the one before it (`late`), what is reported.
 */
type Act =
  | SessionEvent
  | {
      readonly kind: 'report';
      readonly of: 'frame' | 'rested' | 'ended' | 'failed' | 'noted';
      readonly late: boolean;
    };

const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('report' as const),
      of: fc.constantFrom('frame', 'frame', 'frame', 'rested', 'ended', 'failed', 'noted'),
      late: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        { input: 'pen' },
        { input: 'drawn' },
        { drawing: one },
        { drawing: seven },
        { drawing: [] },
        { steps: 3 },
        { steps: 5 },
        { cell: 'b' },
        { photo: { name: 'cat.png', key: 'k1' } },
        { model: [new File([], 'model.json')] },
      )
      .map((patch): SessionEvent => ({ kind: 'adjusted', patch: some(patch) })),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<SessionEvent>(
      { kind: 'chosen', link: '?steps=9&v=1' },
      { kind: 'chosen', link: '' },
      { kind: 'linked', link: '?steps=5&at=1&v=1' },
      { kind: 'linked', link: '?steps=x&nonsense' },
      { kind: 'reset' },
      { kind: 'pressed', primary: 'run', calm: false },
      { kind: 'pressed', primary: 'run', calm: true },
      { kind: 'pressed', primary: 'pause', calm: false },
      { kind: 'pressed', primary: 'go on', calm: false },
      { kind: 'went back' },
      { kind: 'sought', index: 0 },
      { kind: 'sought', index: 1 },
      { kind: 'sought', index: 7 },
      { kind: 'sought', index: -1 },
      { kind: 'stepped' },
      { kind: 'cancelled' },
      { kind: 'retried' },
      { kind: 'agreed', id: 'imagenet-mobilenet' },
      { kind: 'insisted', backend: 'cpu' },
      { kind: 'seen', visible: false },
      { kind: 'seen', visible: true },
    ),
  },
);

const queries = fc.constantFrom('', '?steps=5&v=1', '?at=1&v=1', '?input=drawn&v=1', '?steps=nonsense');

/** A session on its way, what its runs are of, and what the reader drew last and has not emptied. */
interface Walk {
  readonly session: Session;
  readonly runs: ReadonlyMap<number, string>;
  readonly mine: Ink | undefined;
}

const eventOf = (act: Act, { session, runs }: Walk): SessionEvent => {
  if (act.kind !== 'report') return act;
  const run = Math.max(1, session.playback.run - (act.late ? 1 : 0));
  switch (act.of) {
    case 'frame':
      return { kind: 'frame', run, frame: { run, of: runs.get(run) ?? 'nothing' } satisfies Frame, took: 1 };
    case 'failed':
      return { kind: 'failed', run, failure: failureOf(new Error('test')) };
    case 'noted':
      return {
        kind: 'noted',
        run,
        note: { text: 'Loading', backend: 'wasm', notice: 'It was started again.' },
      };
    default:
      return { kind: act.of, run };
  }
};

const walk = (before: Walk, event: SessionEvent): Walk => {
  const [session, effects] = step(before.session, event);
  const runs = new Map(before.runs);
  for (const effect of effects) if (effect.kind === 'start') runs.set(effect.run, runOf(effect.state));
  const drawn = event.kind === 'adjusted' ? (event.patch['drawing'] as Ink | undefined) : undefined;
  return { session, runs, mine: drawn === undefined ? before.mine : drawn.length > 0 ? drawn : undefined };
};

const expectSound = ({ session: { shown, playback } }: Walk): void => {
  const { run, of } = shown.frame as Frame;
  expect(of, 'the frame shown is one of the state shown').toBe(runOf(shown.state));
  if (playback.phase === 'done') expect(run, 'done stands above a frame of this run').toBe(playback.run);
  if (playback.phase === 'published') expect(shown.frame).toBe(rendered);
  if (playback.index >= 0) expect(playback.frames.at(playback.index)).toBe(shown.frame);
  expect(playback.index).toBeLessThan(playback.frames.length);
};

const drawAgain: SessionEvent = { kind: 'adjusted', patch: some({ input: 'drawn' }) };
const preset: SessionEvent = { kind: 'chosen', link: '?steps=9&v=1' };

test('in any order of events a frame is shown with its own state, and what the reader drew comes back', () => {
  fc.assert(
    fc.property(queries, fc.array(acts, { minLength: 1, maxLength: 12 }), (query, order) => {
      let now = walk({ session: beginning(on), runs: new Map(), mine: undefined }, { kind: 'opened', query });
      expectSound(now);
      for (const act of order) {
        now = walk(now, eventOf(act, now));
        expectSound(now);
      }
      if (now.mine === undefined) return;
      for (const way of [[drawAgain], [preset, drawAgain], [preset, { kind: 'reset' }, drawAgain]] as const) {
        const then = way.reduce<Walk>(walk, now);
        expectSound(then);
        expect(then.session.state['drawing']).toEqual(now.mine);
      }
    }),
    { numRuns: 2000 },
  );
});

/**
 * What the player of a session is at: the frame that is asked for and the pace that passes, each by the run's
 * number.
 */
interface At {
  readonly asked: number | undefined;
  readonly resting: number | undefined;
}

test('one frame is asked for at a time, and a run that is on never waits for nobody', () => {
  const reader = acts.filter(({ kind }) => kind !== 'report');
  const answers = fc.constantFrom('frame', 'frame', 'frame', 'ended', 'failed', 'rested');
  fc.assert(
    fc.property(
      queries,
      fc.array(fc.oneof(reader, answers), { minLength: 1, maxLength: 12 }),
      (query, order) => {
        let session = beginning(on);
        let at: At = { asked: undefined, resting: undefined };
        const take = (event: SessionEvent): void => {
          const [next, effects] = step(session, event);
          session = next;
          for (const effect of effects) {
            if (effect.kind === 'start' || effect.kind === 'stop')
              at = { asked: undefined, resting: undefined };
            if (effect.kind === 'ask') {
              expect(at).toEqual({ asked: undefined, resting: undefined });
              at = { asked: effect.run, resting: undefined };
            }
            if (effect.kind === 'rest') at = { ...at, resting: effect.run };
          }
          const { phase, run } = session.playback;
          if (phase === 'waiting') expect(at.asked).toBe(run);
          if (phase === 'running') expect([at.asked, at.resting]).toContain(run);
          if (phase !== 'waiting' && phase !== 'running' && phase !== 'paused')
            expect(at.asked).toBeUndefined();
        };
        take({ kind: 'opened', query });
        for (const act of order) {
          if (typeof act === 'object') {
            take(act as SessionEvent);
            continue;
          }
          // The player answers what it is at, and nothing else.
          const run = act === 'rested' ? at.resting : at.asked;
          if (run === undefined) continue;
          at = act === 'rested' ? { ...at, resting: undefined } : { ...at, asked: undefined };
          if (act === 'frame') take({ kind: 'frame', run, frame: { run, of: '' } satisfies Frame, took: 1 });
          else if (act === 'failed') take({ kind: 'failed', run, failure: failureOf(new Error('test')) });
          else take({ kind: act, run });
        }
      },
    ),
    { numRuns: 2000 },
  );
});
