import type { AnyState } from '../../figures/kit/contract/figure.ts';
import type { Tab } from './tab.ts';

/** What came of a run in a page's worker; times in milliseconds. */
export interface PageRun {
  readonly frame: unknown;
  /** From the question for the first frame to its answer. */
  readonly firstFrame: number;
  /** Between two frames after that, on average; null where there is but one. */
  readonly perStep: number | null;
  /** What computed it; null where it needs no net. */
  readonly backend: string | null;
}

/** What stands for a typed array, or for a number that JSON does not have, on its way out of the page. */
interface Wrapped {
  readonly wrapped: string;
  readonly value: readonly number[] | string;
}

const isWrapped = (value: unknown): value is Wrapped =>
  typeof value === 'object' && value !== null && 'wrapped' in value;

const arrays: Readonly<Record<string, { from(values: readonly number[]): ArrayBufferView }>> = {
  Int8Array,
  Int16Array,
  Int32Array,
  Uint8Array,
  Uint8ClampedArray,
  Uint16Array,
  Uint32Array,
  Float32Array,
  Float64Array,
};

const unwrap = (_: string, value: unknown): unknown => {
  if (!isWrapped(value)) return value;
  if (typeof value.value === 'string') return Number(value.value);
  const typed = arrays[value.wrapped];
  if (typed === undefined) throw new Error(`There is no ${value.wrapped} here.`);
  return typed.from(value.value);
};

/** Runs in the page, and sees only its arguments. */
const inPage = async (
  worker: string,
  slug: string,
  state: AnyState,
  agreed: readonly string[],
  afresh: boolean,
): Promise<string> => {
  type Page = typeof globalThis & { worker?: Worker | undefined; lastJob?: number };
  interface Message {
    readonly kind: string;
    readonly frame?: unknown;
    readonly sentence?: string;
    readonly note?: { readonly backend?: string };
  }
  const page = globalThis as Page;
  if (afresh) {
    page.worker?.terminate();
    page.worker = undefined;
  }
  const host = (page.worker ??= new Worker(worker, { type: 'module' }));
  const job = (page.lastJob ?? 0) + 1;
  page.lastJob = job;
  const run = await new Promise((resolve, reject) => {
    let [frame, count, first, last, backend]: [unknown, number, number, number, string | null] = [
      null,
      0,
      0,
      0,
      null,
    ];
    const start = performance.now();
    host.onerror = ({ message }) => reject(new Error(message));
    host.onmessage = ({ data }: MessageEvent<Message>) => {
      last = performance.now();
      backend = data.note?.backend ?? backend;
      if (data.kind === 'frame') {
        if (count++ === 0) first = last;
        frame = data.frame;
        host.postMessage({ kind: 'next', job });
      } else if (data.kind === 'done') {
        const perStep = count > 1 ? (last - first) / (count - 1) : null;
        resolve({ frame, firstFrame: first - start, perStep, backend });
      } else if (data.kind === 'failed' || data.kind === 'unknown')
        reject(new Error(data.sentence ?? data.kind));
    };
    host.postMessage({ kind: 'run', job, slug, state, agreed });
    host.postMessage({ kind: 'next', job });
  });
  const isTyped = (value: unknown): value is ArrayBufferView & ArrayLike<number> =>
    ArrayBuffer.isView(value) && 'length' in value;
  return JSON.stringify(run, (_, value: unknown) => {
    if (isTyped(value)) return { wrapped: value.constructor.name, value: Array.from(value) };
    return typeof value === 'number' && !Number.isFinite(value)
      ? { wrapped: 'number', value: String(value) }
      : value;
  });
};

/**
 * Runs a state of a figure, which must survive JSON, to its end in a worker at that address, as the site does
 * but for the drawing. `agreed` are nets whose download is agreed to; `afresh` starts a worker of its own.
 */
export const runInPage = async (
  tab: Tab,
  worker: string,
  slug: string,
  state: AnyState,
  { agreed = [], afresh = false }: { readonly agreed?: readonly string[]; readonly afresh?: boolean } = {},
): Promise<PageRun> =>
  JSON.parse(await tab.run(inPage, worker, slug, state, agreed, afresh), unwrap) as PageRun;
