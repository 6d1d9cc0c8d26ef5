import { globSync } from 'node:fs';
import path from 'node:path';
import { defaultState } from '../../figures/kit/contract/figure.ts';
import { figureSlugs, loadFigure } from '../../figures/registry.ts';
import { engines, missing } from '../browsers/engines.ts';
import { runInPage } from '../browsers/run-in-page.ts';
import { serve } from '../browsers/server.ts';
import type { BenchEngines } from './results.ts';

type Measured = BenchEngines['engines'][string]['figures'][string];

/**
 * The published state of every figure in a worker of the built site, without drawing it, in every engine that
 * is on this machine: a worker of its own for each figure, its files at hand from a run before. `onFigure`
 * hears of each as it is done.
 */
export const measureEngines = async (
  repository: string,
  onFigure: (engine: string, slug: string, measured: Measured) => void,
): Promise<BenchEngines['engines']> => {
  const dist = path.join(repository, 'dist');
  const server = await serve(dist);
  const [worker = ''] = globSync('_astro/worker-*.js', { cwd: dist });
  const measured: Record<string, BenchEngines['engines'][string]> = {};
  try {
    for (const engine of engines.filter((engine) => missing(engine).length === 0)) {
      const running = await engine.start();
      try {
        await running.tab.goto(`${server.url}404.html`);
        const figures: Record<string, Measured> = {};
        for (const slug of figureSlugs) {
          const state = defaultState((await loadFigure(slug)).figure);
          const run = () => runInPage(running.tab, server.url + worker, slug, state, { afresh: true });
          await run();
          const { firstFrame, perStep, backend } = await run();
          figures[slug] = { firstFrame, perStep, backend };
          onFigure(engine.id, slug, figures[slug]);
        }
        measured[engine.id] = { version: running.version, figures };
      } finally {
        await running.close();
      }
    }
  } finally {
    await server.close();
  }
  return measured;
};
