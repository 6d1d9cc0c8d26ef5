import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { encodeIdx } from '../../data/idx.ts';
import { png } from '../../figures/kit/drawing/png.ts';
import type { Vec } from '../../lab/oracle.ts';
import { row } from '../../lab/vec.ts';
import type { Attacked } from './report.ts';
import type { Shape } from './pictures.ts';

/** 28 × 28 × 1 and 28 × 28 are grey pictures, 784 is none. */
const pictureShape = ([height, width, channels = 1]: Shape): readonly [number, number, 1 | 3] | undefined =>
  height !== undefined && width !== undefined && (channels === 1 || channels === 3)
    ? [height, width, channels]
    : undefined;

/**
 * Writes the attacked pictures into a folder that --inputs takes again: a PNG each with labels.csv (where
 * they are pictures, in
 * 8 bits), all of them unrounded as unrounded.idx, and report.json.
 */
export const writeOut = async (
  folder: string,
  shape: Shape,
  run: { readonly pictures: readonly Attacked[]; readonly saved: Vec; readonly unrounded: Vec },
  clipped: boolean,
  report: object,
): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const { pictures, saved, unrounded } = run;
  const dimension = shape.reduce((a, b) => a * b, 1);
  const asPicture = clipped ? pictureShape(shape) : undefined;
  if (asPicture) {
    const nameOf = (i: number): string => `${String(i).padStart(5, '0')}.png`;
    for (const i of pictures.keys()) {
      const levels = Uint8Array.from(row(saved, i, dimension), (value) => Math.round(255 * value));
      await writeFile(path.join(folder, nameOf(i)), png(levels, asPicture[1], asPicture[0], asPicture[2]));
    }
    const lines = pictures.map(({ label, before, after }, i) => `${nameOf(i)},${label},${before},${after}`);
    await writeFile(path.join(folder, 'labels.csv'), `${['file,label,before,after', ...lines].join('\n')}\n`);
  }
  await writeFile(path.join(folder, 'unrounded.idx'), encodeIdx([pictures.length, ...shape], unrounded));
  await writeFile(path.join(folder, 'report.json'), `${JSON.stringify(report, undefined, 2)}\n`);
};
