import { describe, expect, it } from 'vitest';
import { drawingPicture, drawings } from '../../src/data/drawings/drawings.ts';
import { predictions, joined } from '../../src/lab/vec.ts';
import { chooseBackend } from '../../src/nets/backends.ts';
import { loadNet } from '../../src/nets/load-net.ts';
import { fileBytes, shippedModels } from '../../src/nets/sources/file.ts';

describe.each(['emoji-cnn', 'emoji-cnn-b', 'emoji-robust'] as const)('%s', (id) => {
  it('knows our drawings, which it was never trained on, all but one at most', async () => {
    await chooseBackend('wasm');
    const net = await loadNet(id, fileBytes(shippedModels));
    const x = joined(await Promise.all(drawings.map((one) => drawingPicture(one.id))));
    const guesses = predictions(await net.logits(x), net.classes);
    const wrong = drawings.filter(({ label }, i) => guesses[i] !== label).map(({ title }) => title);
    net.dispose();
    expect(wrong.length, wrong.join()).toBeLessThanOrEqual(1);
  });
});
