import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { measureMobilenet } from '../../src/training/bench/mobilenet.ts';
import { dataFolder } from '../../src/training/data-folder.ts';
import { mobilenetFolder, samplesFolder } from '../../src/training/photographs.ts';
import { root } from '../build.ts';

const data = dataFolder();
const here = [mobilenetFolder, samplesFolder].every((part) => existsSync(path.join(data, part)));
if (!here) console.error(`SKIPPED: MobileNet attacked in Chromium, because not all it needs is in ${data}`);

// A processor plays the graphics card here: one picture and four steps; `npm run bench -- mobilenet` makes
// the whole measurement.
test.skipIf(!here)(
  'MobileNet, from its public address, is led to a random class on WebAssembly and on WebGL',
  { timeout: 300_000 },
  async () => {
    const { backends } = await measureMobilenet(root, {
      data,
      backends: ['wasm', 'webgl'],
      pictures: 1,
      steps: 4,
      rounds: 1,
    });
    expect(Object.keys(backends)).toEqual(['wasm', 'webgl']);
    for (const { success, largest } of Object.values(backends)) {
      expect(success.correct).toBe(1);
      expect(largest).toBeLessThanOrEqual(8 / 255 + 1e-6);
    }
    // The same chance and the same mathematics: rounding apart, the same attack.
    expect(
      Math.abs((backends['wasm']?.confidence ?? NaN) - (backends['webgl']?.confidence ?? NaN)),
    ).toBeLessThan(0.05);
  },
);
