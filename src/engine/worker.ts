import { createBench } from '../figures/kit/create-bench.ts';
import { loadRun } from '../figures/registry-runs.ts';
import { serve } from './serve.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;

const bench = createBench({ base: new URL(import.meta.env.BASE_URL, scope.location.origin).href });

const handle = serve({
  load: loadRun,
  bench,
  post: (message: FromWorker) => scope.postMessage(message),
});

scope.onmessage = ({ data }: MessageEvent<ToWorker>) => void handle(data);
