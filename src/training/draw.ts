import { writeFile } from 'node:fs/promises';
import { drawingSides, storedAt } from '../data/drawings/drawings.ts';
import { packPixels } from '../data/drawings/pixels.ts';
import { drawingSvg, rasterised } from '../data/drawings/read-svg.ts';
import { command, say } from './command.ts';

const usage = `npm run draw     rasterises our own drawings, src/data/drawings/svg, into the pixels that figures load`;

command({ usage, options: {} }, async () => {
  for (const side of drawingSides) {
    const packed: Record<string, string> = {};
    const ids = storedAt(side);
    for (const id of ids) packed[id] = packPixels(rasterised(await drawingSvg(id), side));
    const text = `${JSON.stringify(packed, null, 2)}\n`;
    await writeFile(new URL(`../data/drawings/pixels-${side}.json`, import.meta.url), text);
    say(`${ids.length} drawings at ${side} × ${side} pixels: ${text.length} bytes.`);
  }
});
