import { globSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultState } from '../../src/figures/kit/contract/figure.ts';
import { readLink } from '../../src/figures/kit/contract/link.ts';
import { difference } from '../../src/figures/kit/contract/published.ts';
import { figureSlugs, loadFigure } from '../../src/figures/registry.ts';
import { missing } from '../../src/training/browsers/engines.ts';
import { runInPage } from '../../src/training/browsers/run-in-page.ts';
import { serve, toBase, type Server } from '../../src/training/browsers/server.ts';
import type { Engine, RunningEngine } from '../../src/training/browsers/tab.ts';
import { netIsHere, keptFolder } from '../../src/training/node-bench.ts';
import { root } from '../build.ts';
import { storedOf } from '../site/figures.ts';

/** Every published state of every figure, computed anew in that engine, against what is stored. */
export const testPresets = (engine: Engine): void => {
  describe.skipIf(missing(engine).length > 0)(`computed in ${engine.id}`, () => {
    let server: Server;
    let running: RunningEngine;
    let worker: string;
    const mobilenet = keptFolder('imagenet-mobilenet');
    const beside = mobilenet === undefined ? {} : { 'models/imagenet-mobilenet/': mobilenet };
    beforeAll(async () => {
      [server, running] = await Promise.all([
        serve(path.join(root, 'dist'), { base: toBase(process.env['BASE']), beside }),
        engine.start(),
      ]);
      const [file = ''] = globSync('_astro/worker-*.js', { cwd: path.join(root, 'dist') });
      worker = server.url + file;
      await running.tab.goto(`${server.url}404.html`);
    });
    afterAll(async () => {
      await running.close();
      await server.close();
    });

    test.each(figureSlugs)('%s has its stored outcomes', { timeout: 240_000 }, async (slug) => {
      const { figure } = await loadFigure(slug);
      for (const [name, { link, outcome }] of Object.entries(storedOf(slug).states)) {
        const needs = figure.presets[name]?.needs;
        if (needs !== undefined && !netIsHere(needs)) {
          console.error(`SKIPPED: ${slug}/${name} in ${engine.id}, because ${needs} is not here.`);
          continue;
        }
        const { state } = readLink(figure, link, defaultState(figure));
        expect(isDeepStrictEqual(JSON.parse(JSON.stringify(state)), state), 'the state survives JSON').toBe(
          true,
        );
        const agreed = needs === undefined ? [] : [needs];
        const { frame } = await runInPage(running.tab, worker, slug, state, { agreed });
        expect(difference(figure, outcome, figure.outcome(state, frame)), `${slug}/${name}`).toBeUndefined();
      }
    });
  });
};
