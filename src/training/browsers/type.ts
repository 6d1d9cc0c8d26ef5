import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launch } from './chromium.ts';
import { command, say } from '../command.ts';

/** Between and beyond them the font is as good as linear. */
const weights = [400, 600] as const;

/** All that drawings write: Latin with accents, Greek, and the signs of mathematics and of our captions. */
const letters = [
  ...Array.from({ length: 0x100 - 0x20 }, (_, i) => 0x20 + i).filter((code) => code < 0x7f || code > 0x9f),
  ...Array.from({ length: 0x3ca - 0x391 }, (_, i) => 0x391 + i),
  ...Array.from('–—‘’“”†…‹›⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉−√∞≈≠≤≥→←↑↓∥▲▼', (letter) => letter.codePointAt(0) ?? 0),
].map((code) => String.fromCodePoint(code));

const files = new URL('../../../node_modules/@fontsource-variable/inter/files/', import.meta.url);
const faces = ['latin', 'greek'] as const;

const usage = `npm run type     measures how far each letter of the shipped interface font advances, for drawings to break their lines by

It asks Chromium, in thousandths of the font's size, and writes src/figures/kit/drawing/advances.json.`;

command({ usage, options: {} }, async () => {
  const sources = await Promise.all(
    faces.map(async (face) =>
      (await readFile(new URL(`inter-${face}-wght-normal.woff2`, files))).toString('base64'),
    ),
  );
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const measured = await page.evaluate(
      async ({ sources, weights, letters }) => {
        const names = await Promise.all(
          sources.map(async (source, i) => {
            const face = new FontFace(`face-${i}`, `url(data:font/woff2;base64,${source})`, {
              weight: '100 900',
            });
            document.fonts.add(await face.load());
            return face.family;
          }),
        );
        const span = document.createElement('span');
        span.style.cssText = `position:absolute;white-space:pre;font:100px ${names.join()},monospace;font-variant-numeric:tabular-nums;font-kerning:none`;
        document.body.append(span);
        return weights.map((weight) => {
          span.style.fontWeight = String(weight);
          return letters.map((letter) => {
            span.textContent = letter.repeat(10);
            return Math.round(span.getBoundingClientRect().width);
          });
        });
      },
      { sources, weights, letters },
    );
    const table = Object.fromEntries(weights.map((weight, i) => [weight, measured[i]]));
    const file = new URL('../../figures/kit/drawing/advances.json', import.meta.url);
    await writeFile(file, `${JSON.stringify({ letters: letters.join(''), ...table })}\n`);
    say(`Wrote ${letters.length} letters at ${weights.length} weights into ${fileURLToPath(file)}.`);
  } finally {
    await browser.close();
  }
});
