import { describe, expect, it } from 'vitest';
import { loadNet } from '../../src/nets/load-net.ts';
import { fileBytes, shippedModels } from '../../src/nets/sources/file.ts';
import { readStrokes } from '../../src/training/experiments/strokes.ts';

describe('digits-lenet, trained on scanned digits alone', () => {
  it('reads at least 97 % of 10,000 random stroke digits, and 95 % of each class', async () => {
    const net = await loadNet('digits-lenet', fileBytes(shippedModels));
    const { all, classes } = await readStrokes(net, 10_000);
    net.dispose();
    const report = Object.entries(classes)
      .map(([digit, { rate }]) => `${digit}: ${(100 * rate).toFixed(1)} %`)
      .join(', ');
    expect(all.n).toBe(10_000);
    expect(all.rate, report).toBeGreaterThanOrEqual(0.97);
    expect(Math.min(...Object.values(classes).map(({ rate }) => rate)), report).toBeGreaterThanOrEqual(0.95);
  });
});
