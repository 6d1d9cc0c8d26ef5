import { existsSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadFigure } from '../../src/figures/registry.ts';
import { loadRun } from '../../src/figures/registry-runs.ts';
import { figureSlugs } from '../../src/figures/slugs.ts';
import { root } from '../build.ts';

it('every folder with a figure is in the list, and every figure has the name of its folder', async () => {
  const folder = `${root}/src/figures`;
  const folders = readdirSync(folder).filter((name) => existsSync(`${folder}/${name}/figure.ts`));
  expect(figureSlugs).toEqual(folders.toSorted());
  for (const slug of figureSlugs) expect((await loadFigure(slug)).figure.slug).toBe(slug);
});

it('there is no other', async () => {
  await expect(loadFigure('kit')).rejects.toThrow('There is no figure “kit”; there are adversarial-training, ');
  await expect(loadRun('kit')).rejects.toThrow('There is no figure “kit”');
});
