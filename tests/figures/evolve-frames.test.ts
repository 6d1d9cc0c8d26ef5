import { expect, test } from 'vitest';
import stored from '../../content/results/frames/evolve.json' with { type: 'json' };
import type { Champion, EvolveFrame, Onlooker } from '../../src/figures/evolve/frame.ts';
import { decodeFrame } from '../../src/figures/kit/contract/frames.ts';
import { sharing } from '../../src/figures/kit/session/sharing.ts';
import { random } from '../../src/lab/random.ts';
import { held } from './held.ts';

/**
 * Frames of a run going on from a stored one, with so many new champions a generation and genomes of so many
 * letters.
 */
const frames = function* (
  { champions: first, onlookers: looks }: EvolveFrame,
  changes: number,
  letters: number,
): Generator<EvolveFrame> {
  const stream = random('frames');
  const genome = (): string => Array.from({ length: letters }, () => 'AbCdEfGh'[stream.integer(8)]).join('');
  let champions: readonly Champion[] = first;
  let onlookers: readonly Onlooker[] = looks;
  const history: number[] = [];
  for (let generation = 0; generation <= 1000; generation++) {
    // Whole champions in most generations, and one more in some, so that they are as many as said on average.
    const count = Math.floor(changes + stream.uniform());
    const places = new Set(Array.from({ length: count }, () => stream.integer(champions.length)));
    champions = champions.map((champion, i) =>
      places.has(i) ? { ...champion, genome: genome(), sure: stream.uniform(), born: generation } : champion,
    );
    if (count > 0)
      onlookers = onlookers.map(({ says, sure, agrees }) => ({
        says: says.slice(),
        sure: sure.map((value, i) => (places.has(i) ? stream.uniform() : value)),
        agrees: agrees.slice(),
      }));
    history.push(...champions.map(({ sure }) => sure));
    yield {
      generation,
      evaluations: 200 * generation,
      champions,
      onlookers,
      history: Float32Array.from(history),
    };
  }
};

// More than comes: real runs of 1,000 generations brought 363 new patterns for digits and 1,668 pictures of
// pixels, with genomes of at most 212 and 1,050 letters, and held 1.1 MB and 3.5 MB; 200 for things brought
// 516, of at most 127 letters.
test.each([
  ['patterns for digits', '', 1, 250],
  ['pixels for digits', 'pixel-by-pixel', 4, 1046],
  ['patterns for things', 'things', 4, 400],
] as const)('a page keeps 1,000 generations of %s in less than 8 MB', (_, name, changes, letters) => {
  const share = sharing();
  const before = decodeFrame(stored[name]) as EvolveFrame;
  const all: unknown[] = [];
  let alone = 0;
  for (const frame of frames(before, changes, letters)) {
    if (frame.generation === 500) alone = 1001 * held([frame]);
    all.push(share(structuredClone(frame)));
  }
  expect(all).toHaveLength(1001);
  expect(held(all)).toBeLessThan(8e6);
  expect(alone).toBeGreaterThan(20e6);
});
