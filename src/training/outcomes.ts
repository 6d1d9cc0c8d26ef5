import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { publishedStates } from '../figures/kit/contract/figure.ts';
import { encodeFrame } from '../figures/kit/contract/frames.ts';
import { lastFrame } from '../figures/kit/contract/last-frame.ts';
import { writeLink } from '../figures/kit/contract/link.ts';
import type { StoredFigure, StoredState } from '../figures/kit/contract/stored.ts';
import { figureSlugs, loadFigure } from '../figures/registry.ts';
import { loadRun } from '../figures/registry-runs.ts';
import { readerError } from '../lab/reader-error.ts';
import { command, known } from './command.ts';
import { netIsHere, nodeBench } from './node-bench.ts';
import { readStored, writeStored } from './stored.ts';

const folder = new URL('../../content/results/figures/', import.meta.url);

/** What is stored of a figure so far, if anything is; a reader error where it cannot be read. */
const storedStates = async (slug: string): Promise<StoredFigure['states']> => {
  const file = new URL(`${slug}.json`, folder);
  if (!existsSync(file)) return {};
  try {
    return (await readStored(slug)).states;
  } catch (cause) {
    throw readerError(
      `${fileURLToPath(file)} and its frames cannot be read. Restore them, or delete both to have all computed anew.`,
      { cause },
    );
  }
};

/** The stored record of a figure, computed here and now, but for states that need a net which is not here. */
const compute = async (slug: string): Promise<StoredFigure> => {
  const { figure } = await loadFigure(slug);
  const run = await loadRun(slug);
  const bench = nodeBench();
  const before = await storedStates(slug);
  const states: Record<string, StoredState> = {};
  for (const [name, { title, state, needs }] of publishedStates(figure)) {
    const kept = before[name];
    if (needs !== undefined && !netIsHere(needs) && kept !== undefined) {
      console.error(`KEPT AS IT WAS: ${slug}/${name}, because ${needs} is not here.`);
      states[name] = kept;
      continue;
    }
    const frame = await lastFrame(run, state, bench);
    const sentence = figure.describe(state, frame);
    console.log(`${slug}${name === '' ? '' : `/${name}`}: ${sentence}`);
    states[name] = {
      title,
      link: writeLink(figure, state),
      sentence,
      outcome: figure.outcome(state, frame),
      frame: encodeFrame(frame),
    };
  }
  return { figure: slug, version: figure.version, states };
};

const usage = `npm run outcomes [-- <slug>…]     computes every published state of the figures and stores it for the site

  <slug>  only these figures; npm run figure -- --help lists them`;

command({ usage, words: true, options: {} }, async ({ positionals }) => {
  const asked = positionals.map((slug) => known('figure', slug, figureSlugs));
  for (const slug of asked.length > 0 ? asked : figureSlugs) await writeStored(await compute(slug));
});
