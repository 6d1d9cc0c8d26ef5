import { createBench } from '../nets/bench/create-bench.ts';
import { loadRun } from '../figures/registry-runs.ts';
import type { BackendId } from '../nets/net.ts';
import { fetchBytes } from '../nets/sources/fetch.ts';
import { serve } from './serve.ts';
import type { ToWorker, WorkerScope } from './protocol.ts';

const scope: WorkerScope = self;

/** The page names the worker after the backend it asks for, or leaves the name empty. */
const backend = scope.name === '' ? undefined : (scope.name as BackendId);
const models = new URL(`${import.meta.env.BASE_URL.replace(/\/?$/, '/')}models/`, scope.location.origin).href;

let handle: ((message: ToWorker) => Promise<void>) | undefined;

/** Takes the messages that came early, and from now on every one as it comes. */
export const work = (early: readonly ToWorker[], beat: number): void => {
  handle ??= serve({
    load: loadRun,
    bench: createBench(fetchBytes(models), backend),
    post: (message) => scope.postMessage(message),
    beat,
  });
  const take = handle;
  for (const message of early) void take(message);
  scope.onmessage = ({ data }) => void take(data);
};
