import { describe, expect, test } from 'vitest';
import type { ReaderPicture } from '../../src/data/picture.ts';
import { writeLink } from '../../src/figures/kit/contract/link.ts';
import type { Published } from '../../src/figures/kit/contract/published.ts';
import { appearanceOf } from '../../src/figures/kit/session/appearance.ts';
import type { Effect, Primary, SessionEvent } from '../../src/figures/kit/session/events.ts';
import { failureOf } from '../../src/figures/kit/session/failure.ts';
import { beginning, createStep } from '../../src/figures/kit/session/session.ts';
import { readerError } from '../../src/lab/reader-error.ts';
import { figure, setting, some } from './session-figure.ts';

const opened: SessionEvent = { kind: 'opened', query: '' };
const at = (query: string): SessionEvent => ({ kind: 'opened', query });
const set = (patch: Readonly<Record<string, unknown>>): SessionEvent => ({
  kind: 'adjusted',
  patch: some(patch),
});
const press = (primary: Primary, calm = false): SessionEvent => ({ kind: 'pressed', primary, calm });
const far: SessionEvent = { kind: 'chosen', link: '?steps=9&v=1' };
const link = (link: string): SessionEvent => ({ kind: 'linked', link });
const reset: SessionEvent = { kind: 'reset' };
const back: SessionEvent = { kind: 'went back' };
const stepOn: SessionEvent = { kind: 'stepped' };
const cancel: SessionEvent = { kind: 'cancelled' };
const seek = (index: number): SessionEvent => ({ kind: 'sought', index });
const retry: SessionEvent = { kind: 'retried' };
const agree: SessionEvent = { kind: 'agreed', id: 'imagenet-mobilenet' };
const insist = (backend: string): SessionEvent => ({ kind: 'insisted', backend });
const hide: SessionEvent = { kind: 'seen', visible: false };
const see: SessionEvent = { kind: 'seen', visible: true };
const frame = (frame: string, run = 1): SessionEvent => ({ kind: 'frame', run, frame, took: 10 });
const frames = (...names: readonly string[]): readonly SessionEvent[] => names.map((name) => frame(name));
const rested: SessionEvent = { kind: 'rested', run: 1 };
const ended: SessionEvent = { kind: 'ended', run: 1 };
const failed: SessionEvent = {
  kind: 'failed',
  run: 1,
  failure: failureOf(readerError('The weights did not arrive.', { retry: true })),
};
const note = (note: object, run = 1): SessionEvent => ({
  kind: 'noted',
  run,
  note: { text: 'Loading LeNet', ...note },
});
const files = (...names: readonly string[]): SessionEvent =>
  set({ model: names.map((name) => new File([], name)) });
const photo = { name: 'cat.png', key: 'k1' } as ReaderPicture;

const outcomes: readonly Published[] = [
  { name: '', title: 'As in the text', link: '', outcome: { value: 3 } },
  { name: 'far', title: 'Far', link: '?steps=9&v=1', outcome: { value: 9 } },
];

/** What there is to know of a session, in words; states as their links without version. */
interface Told {
  readonly phase: string;
  readonly controls: string;
  readonly drawn: string;
  readonly address: string;
  readonly primary: Primary;
  readonly finding: string;
  readonly announced: string | undefined;
  readonly notices: readonly (string | undefined)[];
  readonly failure: string | undefined;
  readonly computer: string;
  readonly live: boolean;
  readonly index: number;
  readonly spent: number;
  readonly loading: string | undefined;
}

const plain = (link: string): string => link.replace(/[?&]v=1$/, '');

const told = ({ kind, ...more }: Effect): string =>
  [
    kind,
    ...Object.values(more).map((value) =>
      typeof value === 'object' ? writeLink(figure, value) : String(value),
    ),
  ]
    .map(plain)
    .filter((word) => word !== '')
    .join(' ');

const play = (
  events: readonly SessionEvent[],
  published: readonly Published[] = [],
): readonly [effects: readonly string[], told: Told] => {
  const step = createStep(setting);
  let [session, effects] = [beginning(setting), [] as readonly Effect[]];
  for (const event of events) [session, effects] = step(session, event);
  const { drawn, ...looks } = appearanceOf(setting, published, session);
  const { phase, index, spent, failure, note } = session.playback;
  const state = plain(writeLink(figure, drawn.state));
  return [
    effects.map(told),
    {
      phase,
      index,
      spent,
      live: session.live,
      failure: failure?.sentence,
      loading: note?.text,
      ...looks,
      notices: looks.notices.filter((notice) => notice !== undefined),
      controls: plain(writeLink(figure, session.state)),
      drawn: `${state} ${String(drawn.frame)}`.trim(),
      address: plain(looks.link),
      computer: `${session.wanted} ${session.backend ?? ''}`.trim(),
    },
  ];
};

/** What happens in turn; what has to be done about the last of it; and what there is to see then. */
type Row = readonly [
  what: string,
  events: readonly SessionEvent[],
  does: readonly string[],
  is: Readonly<Partial<Told>>,
];

const five = [opened, set({ steps: 5 })];
const running = [opened, press('run'), frame('a0'), rested, frame('a1')];

const onOpening: readonly Row[] = [
  ['before anything, the page is as rendered', [], [], { live: false, phase: 'published', drawn: 'p3' }],
  [
    'without a query nothing runs',
    [opened],
    ['stop'],
    { live: true, phase: 'published', drawn: 'p3', address: '' },
  ],
  ['what only chooses what is drawn starts no run', [at('?cell=b&v=1')], ['stop'], { drawn: '?cell=b p3' }],
  [
    'another state runs',
    [at('?steps=5&v=1')],
    ['start 1 ?steps=5', 'ask 1'],
    { phase: 'waiting', drawn: 'p3' },
  ],
  ['a named step of the published state runs', [at('?at=1&v=1')], ['start 1', 'ask 1'], { phase: 'waiting' }],
  [
    'and pauses there',
    [at('?at=1&v=1'), ...frames('a0', 'a1')],
    [],
    { phase: 'paused', drawn: 'a1', address: '?at=1', primary: 'go on' },
  ],
  ['step 0 pauses at once', [at('?at=0&v=1'), frame('a0')], [], { phase: 'paused', index: 0 }],
  [
    'a step after the last one shows the last',
    [at('?at=8&v=1'), ...frames('a0', 'a1', 'a2', 'a3'), ended],
    [],
    { phase: 'done', drawn: 'a3', address: '' },
  ],
  [
    'what cannot be read is said and the published state shown',
    [at('?steps=99&v=1')],
    ['stop'],
    {
      drawn: 'p3',
      notices: ['The link’s “Steps” (steps=99) is outside 0 to 9; showing 3 instead.'],
    },
  ],
];

const onControls: readonly Row[] = [
  ['a changed control runs', five, ['remember ?steps=5', 'start 1 ?steps=5', 'ask 1'], { primary: 'run' }],
  [
    'what was drawn stays until a frame is there',
    five,
    ['remember ?steps=5', 'start 1 ?steps=5', 'ask 1'],
    { drawn: 'p3', controls: '?steps=5' },
  ],
  [
    'its run goes without a pace',
    [...five, frame('a0')],
    ['ask 1'],
    { phase: 'running', drawn: '?steps=5 a0' },
  ],
  ['the main button keeps its verb', [...five, frame('a0')], ['ask 1'], { phase: 'running', primary: 'run' }],
  [
    'and once pressed it pauses',
    [...five, frame('a0'), press('run')],
    [],
    { phase: 'running', primary: 'pause' },
  ],
  [
    'what chooses what is drawn starts no run',
    [opened, set({ cell: 'b' })],
    ['remember ?cell=b'],
    { phase: 'published', drawn: '?cell=b p3' },
  ],
  [
    'also in the midst of one, which goes on',
    [...five, frame('a0'), set({ cell: 'b' }), frame('a1')],
    ['ask 1'],
    { phase: 'running', drawn: '?steps=5&cell=b a1' },
  ],
  [
    'nor before its first frame',
    [...five, set({ cell: 'b' })],
    ['remember ?steps=5&cell=b'],
    { drawn: 'p3' },
  ],
  [
    'and its frame is drawn as chosen meanwhile',
    [...five, set({ cell: 'b' }), frame('a0')],
    ['ask 1'],
    { drawn: '?steps=5&cell=b a0' },
  ],
  [
    'back at the published state its frame is at hand',
    [...five, frame('a0'), set({ steps: 3 })],
    ['remember', 'stop'],
    { phase: 'published', drawn: 'p3', address: '' },
  ],
  [
    'another change replaces the run',
    [...five, set({ steps: 6 })],
    ['remember ?steps=6', 'start 2 ?steps=6', 'ask 2'],
    { phase: 'waiting' },
  ],
  [
    'whose frames come too late',
    [...five, set({ steps: 6 }), frame('a0')],
    [],
    { phase: 'waiting', drawn: 'p3' },
  ],
  ['and whose end does, too', [...five, set({ steps: 6 }), ended], [], { phase: 'waiting' }],
  [
    'what follows from a field changes with it',
    [at('?cell=b&v=1'), set({ steps: 5 })],
    ['remember ?steps=5', 'start 1 ?steps=5', 'ask 1'],
    { controls: '?steps=5' },
  ],
  [
    'a change takes back what was said of a link',
    [at('?steps=99&v=1'), set({ cell: 'b' })],
    ['remember ?cell=b'],
    { notices: [] },
  ],
  [
    'a picture of the reader’s runs',
    [opened, set({ photo })],
    ['remember ?photo=cat.png+k1', 'start 1 ?photo=cat.png+k1', 'ask 1'],
    { phase: 'waiting' },
  ],
  [
    'and so do files',
    [opened, files('model.json')],
    ['remember ?model=model.json', 'start 1 ?model=model.json', 'ask 1'],
    { phase: 'waiting' },
  ],
  [
    'as do others of the same names',
    [opened, files('model.json'), files('model.json')],
    ['remember ?model=model.json', 'start 2 ?model=model.json', 'ask 2'],
    { phase: 'waiting' },
  ],
  [
    'the same ones do not run again',
    [opened, files('model.json'), set({ cell: 'b' })],
    ['remember ?cell=b&model=model.json'],
    { phase: 'waiting' },
  ],
  [
    'without files, the published frame is back',
    [opened, files('model.json'), files()],
    ['remember', 'stop'],
    {},
  ],
  [
    'taken away, the published frame is back',
    [opened, set({ photo }), set({ photo: null })],
    ['remember', 'stop'],
    { drawn: 'p3' },
  ],
];

const onStates: readonly Row[] = [
  [
    'a preset runs and comes in sight',
    [opened, far],
    ['remember ?steps=9', 'start 1 ?steps=9', 'ask 1', 'bring in sight'],
    { phase: 'waiting' },
  ],
  ['asked for, its run can be paused at once', [opened, far, frame('a0')], ['ask 1'], { primary: 'pause' }],
  [
    'a link in the prose runs where it stands',
    [opened, link('?steps=9&v=1')],
    ['remember ?steps=9', 'start 1 ?steps=9', 'ask 1'],
    { controls: '?steps=9' },
  ],
  [
    'to its end, whatever step it names',
    [opened, link('?steps=9&at=0&v=1'), frame('a0')],
    ['ask 1'],
    { phase: 'running' },
  ],
  [
    'and what is wrong with it is said',
    [opened, link('?steps=9&x=1&v=1')],
    ['remember ?steps=9', 'start 1 ?steps=9', 'ask 1'],
    { notices: ['The link’s field “x” is not one of this figure’s and is ignored.'] },
  ],
  [
    'reset ends a run',
    [...running, reset],
    ['remember', 'stop'],
    { phase: 'published', drawn: 'p3', controls: '' },
  ],
];

const onMain: readonly Row[] = [
  [
    'the main button runs what is published',
    [opened, press('run')],
    ['start 1', 'ask 1'],
    { phase: 'waiting' },
  ],
  [
    'at the figure’s pace',
    [opened, press('run'), frame('a0')],
    ['rest 1 50'],
    { phase: 'running', primary: 'pause' },
  ],
  ['which passes before the next is asked for', running.slice(0, 4), ['ask 1'], { phase: 'running' }],
  [
    'for those who want no motion without',
    [opened, press('run', true), frame('a0')],
    ['ask 1'],
    { phase: 'running' },
  ],
  [
    'pressed while it waits it starts no other',
    [opened, press('run'), press('run')],
    [],
    { phase: 'waiting' },
  ],
  [
    'pause holds back the demand',
    [...running, press('pause'), rested],
    [],
    { phase: 'paused', primary: 'go on' },
  ],
  [
    'a frame asked for before still comes, and no other',
    [opened, press('run', true), frame('a0'), press('pause'), frame('a1')],
    [],
    { phase: 'paused', drawn: 'a1' },
  ],
  ['go on asks again', [...running, press('pause'), rested, press('go on')], ['ask 1'], { phase: 'running' }],
  [
    'but not twice',
    [opened, press('run', true), frame('a0'), press('pause'), press('go on')],
    [],
    { phase: 'running' },
  ],
  ['nor before the pace is over', [...running, press('pause'), press('go on')], [], { phase: 'running' }],
  ['going on shows the newest', [...running, press('pause'), seek(0), press('go on')], [], { drawn: 'a1' }],
  ['a step asks for one frame', [...running, press('pause'), rested, stepOn], ['ask 1'], { phase: 'paused' }],
  [
    'and stays paused',
    [...running, press('pause'), rested, stepOn, frame('a2')],
    [],
    { phase: 'paused', drawn: 'a2' },
  ],
  ['there is no step where nothing is paused', [...running, stepOn], [], { phase: 'running' }],
  ['pausing what has just ended starts nothing', [...running, ended, press('pause')], [], { phase: 'done' }],
  [
    'after its end it runs anew',
    [...running, ended, press('run')],
    ['start 2', 'ask 2'],
    { phase: 'waiting', drawn: 'a1' },
  ],
];

const onFrames: readonly Row[] = [
  ['an earlier frame is shown', [...running, seek(0)], [], { drawn: 'a0', address: '?at=0' }],
  ['until the next one comes', [...running, seek(0), rested, frame('a2')], ['rest 1 50'], { drawn: 'a2' }],
  ['none that was not computed', [...running, seek(2)], [], { drawn: 'a1' }],
  ['nor one before the first', [...running, seek(-1)], [], { drawn: 'a1' }],
  [
    'back from the published result runs to the one before',
    [opened, back],
    ['start 1', 'ask 1'],
    { phase: 'waiting' },
  ],
  ['and pauses there', [opened, back, ...frames('a0', 'a1', 'a2')], [], { phase: 'paused', drawn: 'a2' }],
  ['the time of the first frame is none of the run’s', [...running], ['rest 1 50'], { spent: 10 }],
  [
    'a run ends on its last frame',
    [...running, ended],
    [],
    { phase: 'done', drawn: 'a1', announced: 'Found a1.' },
  ],
  [
    'while it runs, nothing is announced',
    running,
    ['rest 1 50'],
    { finding: 'Found a1.', announced: undefined },
  ],
  ['a run without a frame has failed', [opened, press('run'), ended], [], { phase: 'failed', drawn: 'p3' }],
];

const onStopping: readonly Row[] = [
  [
    'cancel stops at once and keeps what is there',
    [...running, cancel],
    ['stop'],
    { phase: 'stopped', drawn: 'a1' },
  ],
  ['nothing more is heard then', [...running, cancel, frame('a2')], [], { phase: 'stopped', drawn: 'a1' }],
  [
    'before the first frame too',
    [...five, cancel],
    ['stop'],
    { phase: 'stopped', drawn: 'p3', address: '?steps=5' },
  ],
  ['a paused run can be cancelled', [...running, press('pause'), cancel], ['stop'], { phase: 'stopped' }],
  ['what is done cannot', [...running, ended, cancel], [], { phase: 'done' }],
  [
    'an earlier frame of a stopped run is shown',
    [...running, cancel, seek(0)],
    [],
    { phase: 'stopped', drawn: 'a0' },
  ],
  ['out of sight a run is held', [...running, hide, rested], [], { phase: 'paused' }],
  ['and in sight it goes on', [...running, hide, rested, see], ['ask 1'], { phase: 'running' }],
  ['what waits for its first frame is not held', [opened, press('run'), hide], [], { phase: 'waiting' }],
  ['what the reader paused stays so', [...running, press('pause'), hide, see], [], { phase: 'paused' }],
  [
    'what is linked while out of sight runs',
    [...running, hide, link('?steps=9&v=1'), frame('b0', 2), see],
    [],
    { phase: 'running', drawn: '?steps=9 b0' },
  ],
];

const onFailing: readonly Row[] = [
  [
    'a failure is said and what was drawn stays',
    [...five, failed],
    [],
    { phase: 'failed', failure: 'The weights did not arrive.', drawn: 'p3', controls: '?steps=5' },
  ],
  ['frames before it stay', [...running, failed], [], { phase: 'failed', drawn: 'a1' }],
  [
    'trying again runs the same',
    [...five, failed, retry],
    ['start 2 ?steps=5', 'ask 2'],
    { failure: undefined },
  ],
  [
    'a download that is agreed to runs the same',
    [...five, failed, agree],
    ['agree imagenet-mobilenet', 'start 2 ?steps=5', 'ask 2'],
    { phase: 'waiting' },
  ],
  [
    'another backend runs the same',
    [...five, insist('cpu')],
    ['start 2 ?steps=5 cpu', 'ask 2'],
    { computer: 'cpu' },
  ],
  [
    'and is kept for other states',
    [opened, insist('cpu'), far],
    ['remember ?steps=9', 'start 2 ?steps=9 cpu', 'ask 2', 'bring in sight'],
    {},
  ],
  ['what computes is known by a note', [...five, note({ backend: 'wasm' })], [], { computer: 'wasm' }],
  [
    'and is not forgotten',
    [...five, note({ backend: 'wasm' }), set({ steps: 3 })],
    ['remember', 'stop'],
    { computer: 'wasm' },
  ],
  ['a note stands until the frame', [...five, note({})], [], { loading: 'Loading LeNet' }],
  ['and no longer', [...five, note({}), frame('a0')], ['ask 1'], { loading: undefined }],
  ['nor after a cancel', [...five, note({}), cancel], ['stop'], { loading: undefined }],
  [
    'that the worker was replaced is said to the end',
    [...running, note({ notice: 'It was started again.' }), note({}), rested, frame('a2'), ended],
    [],
    { notices: ['It was started again.'] },
  ],
  [
    'and not of another run',
    [...five, note({ notice: 'Again.' }), far],
    ['remember ?steps=9', 'start 2 ?steps=9', 'ask 2', 'bring in sight'],
    { notices: [] },
  ],
];

const trust =
  'This device computes value as 1 where the published result is 3; ' +
  'its arithmetic is less precise, so trust the published numbers.';

const onOutcomes: readonly Row[] = [
  [
    'where the end contradicts the published one, that is drawn and said',
    [...running, ended],
    [],
    { drawn: 'p3', finding: 'Found p3.', notices: [trust] },
  ],
  ['a frame before the end is its own', [...running, ended, seek(0)], [], { drawn: 'a0', notices: [] }],
  [
    'of another published state nothing is at hand to draw',
    [opened, far, frame('a0'), frame('a1'), ended],
    [],
    { drawn: '?steps=9 a1', notices: [trust.replace('is 3', 'is 9')] },
  ],
  [
    'of a state that is not published nothing is said',
    [...five, frame('a1'), ended],
    [],
    { drawn: '?steps=5 a1', notices: [] },
  ],
];

describe.each([
  ['opening', onOpening],
  ['controls', onControls],
  ['presets, links and reset', onStates],
  ['the main button', onMain],
  ['frames', onFrames],
  ['stopping', onStopping],
  ['failures and computers', onFailing],
  ['published outcomes', onOutcomes, outcomes],
] as const)('a session: %s', (_, rows, published: readonly Published[] = []) => {
  test.each(rows)('%s', (_what, events, does, is) => {
    const [effects, session] = play(events, published);
    expect(effects).toEqual(does);
    expect(session).toMatchObject(is);
  });
});

test('back from the published result of a run that may be over early ends on the frame before its last', () => {
  const early = { ...setting, figure: { ...figure, steps: { ...figure.steps, early: true } } };
  const step = createStep(early);
  const events = [opened, back, ...frames('a0', 'a1', 'a2'), ended];
  const end = events.reduce((session, event) => step(session, event)[0], beginning(early));
  expect(end.playback).toMatchObject({ phase: 'done', index: 1 });
  expect(end.shown.frame).toBe('a1');
});
