import type { ToWorker, WorkerScope } from './protocol.ts';

// The worker's entry, which only starts it. No value may be imported here, since a bundler puts what is
// shared into the entry, and WebKit does not find an entry in a worker's module map: it would evaluate it
// again for every chunk that wants something back. Twice is without harm all the same: what is done with
// messages is kept by work.ts.

const scope: WorkerScope = self;

/** Milliseconds between two signs of life. */
const beat = 2000;

/** What the page says before there is anybody to hear it. */
const early: ToWorker[] = [];
scope.onmessage = ({ data }) => void early.push(data);

// A worker whose parts are still on their way is alive.
const beating = setInterval(() => scope.postMessage({ kind: 'alive' }), beat);

import('./work.ts').then(({ work }) => work(early, beat), reportError).finally(() => clearInterval(beating));
