import { createEngine } from './engine.ts';

/** The page's one engine; a worker is named after the backend it is asked to use. */
export const engine = createEngine(
  (backend) => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: backend }),
);
