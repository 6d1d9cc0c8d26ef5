import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../build.ts';

/**
 * An example of CONTRIBUTING.md: the file that its fenced block says it is, from the root, and the block's
 * text.
 */
export interface Example {
  readonly file: string;
  readonly text: string;
}

/** All blocks of CONTRIBUTING.md that name a file. */
export const examples: readonly Example[] = [
  ...readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8').matchAll(/^```\w+ (\S+)\n(.*?)^```$/gms),
].map(([, file = '', text = '']) => ({ file, text }));

/** An example's text; throws where there is none of that file. */
export const exampleOf = (file: string): string => {
  const found = examples.find((example) => example.file === file);
  if (found === undefined) throw new Error(`CONTRIBUTING.md has no example ${file}.`);
  return found.text;
};

/**
 * Writes the code of all examples into a folder of .cache/, where nothing else looks for figures or attacks,
 * with their imports led to the real ones; gives the folder, and the file of each example in it.
 */
export const writeExamples = (): {
  readonly folder: string;
  fileOf(file: string): string;
  readonly files: string[];
} => {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(path.join(root, '.cache/examples-'));
  const fileOf = (file: string): string => path.join(folder, file);
  const code = examples.filter(({ file }) => /\.tsx?$/.test(file));
  for (const { file, text } of code) {
    const led = text.replace(/(?<= from ')\.[^']+/g, (relative) => {
      const meant = path.join(path.dirname(file), relative);
      const target = code.some((other) => other.file === meant) ? fileOf(meant) : path.join(root, meant);
      const found = path
        .relative(path.dirname(fileOf(file)), target)
        .split(path.sep)
        .join('/');
      return found.startsWith('.') ? found : `./${found}`;
    });
    mkdirSync(path.dirname(fileOf(file)), { recursive: true });
    writeFileSync(fileOf(file), led);
  }
  return { folder, fileOf, files: code.map(({ file }) => fileOf(file)) };
};
