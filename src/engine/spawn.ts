import { createEngine, type WorkerLike } from './engine.ts';

/** The page's one engine. */
export const engine = createEngine(
  () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'figures' }) as WorkerLike,
);
