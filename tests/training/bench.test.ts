import { beforeAll, describe, expect, it } from 'vitest';
import { chooseBackend } from '../../src/nets/backends.ts';
import { loadNet } from '../../src/nets/load-net.ts';
import { fileBytes, shippedModels } from '../../src/nets/sources/file.ts';
import { evolutionSpeed } from '../../src/training/bench/laboratory.ts';

beforeAll(async () => {
  await chooseBackend('wasm');
});

describe('Evolution on digits-lenet', () => {
  // Measured on a quiet machine it is above .8; both halves of a round suffer alike from whatever else runs,
  // but not quite.
  it('keeps most of the speed at which the net answers', async () => {
    const net = await loadNet('digits-lenet', fileBytes(shippedModels));
    const { ratio, evolved, forward } = await evolutionSpeed(net, 'direct', 25);
    net.dispose();
    expect(ratio).toBeGreaterThan(0.6);
    expect(evolved).toBeGreaterThan(0.5 * forward);
  });
});
