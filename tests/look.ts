import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { ParseArgsConfig } from 'node:util';
import type { Page } from 'playwright';
import { readerError } from '../src/lab/reader-error.ts';
import { launch } from '../src/training/browsers/chromium.ts';
import { serve, toBase } from '../src/training/browsers/server.ts';
import { chosen, command, numeric, usageError, type Given } from '../src/training/command.ts';
import { build, isBuilt, root } from './build.ts';
import { listPages, pageNames, readThrough } from './site/pages.ts';

const usage = `npm run look -- [page…] [options]     pictures of pages at 320, 768 and 1280 px, light and dark, into look/

  page             a page's path or its last part, with a query if wanted: home, ten-numbers, 'f/attack/?epsilon=0.1';
                   none is all of them
  --no-build       take dist/ as it is
  --width n        only this width (may be repeated)     --scheme light|dark   only this scheme
  --text n         text at n percent                     --no-script           as without JavaScript
  --print          as on paper                           --window              what is in view, not the whole page
  --do action      before the picture, in order (may be repeated): click:selector, focus:selector, see:selector,
                   fill:selector=text, press:key, wait:milliseconds`;

const options = {
  build: { type: 'boolean', default: true },
  script: { type: 'boolean', default: true },
  print: { type: 'boolean', default: false },
  window: { type: 'boolean', default: false },
  width: { type: 'string', multiple: true, default: ['320', '768', '1280'] },
  scheme: { type: 'string', multiple: true, default: ['light', 'dark'] },
  text: { type: 'string', default: '100' },
  do: { type: 'string', multiple: true, default: [] as string[] },
} satisfies ParseArgsConfig['options'];

type Asked = Given<typeof options>;

type Act = (page: Page) => Promise<void>;

const acts: Readonly<Record<string, (rest: string) => Act>> = {
  click: (selector) => (page) => page.click(selector),
  focus: (selector) => (page) => page.focus(selector),
  see: (selector) => (page) => page.locator(selector).first().scrollIntoViewIfNeeded(),
  fill: (rest) => {
    const [selector = '', text = ''] = rest.split(/=(?=[^\]]*$)(.*)/s);
    return (page) => page.fill(selector, text);
  },
  press: (key) => (page) => page.keyboard.press(key),
  wait: (text) => {
    const milliseconds = numeric('--do wait', text, [0, Infinity]);
    return (page) => page.waitForTimeout(milliseconds);
  },
};

/** What one `--do` does to a page; a usage error where it is none of the acts. */
const actOf = (action: string): Act => {
  const [verb = '', rest = ''] = action.split(/:(.*)/s);
  const act = acts[chosen('--do', verb, Object.keys(acts))];
  return act?.(rest) ?? (() => Promise.resolve());
};

/** The addresses meant by one word of the command line; a usage error where it means none. */
const find = (word: string): string[] => {
  const [, name = '', query = ''] = /^([^?#]*)(.*)$/s.exec(word) ?? [];
  const wanted = name === 'home' ? '' : name.replace(/^\/|\/$/g, '');
  const all = listPages();
  const exact = all.filter((page) => page.replace(/\/$|\.html$/g, '') === wanted);
  const found = exact.length > 0 ? exact : all.filter((page) => page.endsWith(`/${wanted}/`));
  if (found.length === 0) throw usageError(`dist/ has no page “${word}”.`);
  return found.map((page) => page + query);
};

/** Refuses, before anything is built, a word that names nothing which the site is made from. */
const checkName = (word: string): void => {
  const last =
    word
      .replace(/[?#].*$/s, '')
      .split('/')
      .filter(Boolean)
      .at(-1) ?? 'home';
  if (!pageNames().includes(last)) {
    throw usageError(
      `There is no page “${word}”; name one by its path, or by the slug of an article, a figure or a preset.`,
    );
  }
};

const look = async ({ values, positionals }: Asked, acts: readonly Act[]): Promise<void> => {
  const pages = positionals.length > 0 ? positionals.flatMap(find) : listPages();
  mkdirSync(path.join(root, 'look'), { recursive: true });
  await using browser = await launch();
  const site = await serve(path.join(root, 'dist'), { base: toBase(process.env['BASE']) });
  for (const width of values.width.map(Number))
    for (const scheme of values.scheme) {
      await using context = await browser.newContext({
        baseURL: site.url,
        colorScheme: scheme === 'dark' ? 'dark' : 'light',
        javaScriptEnabled: values.script,
        viewport: { width, height: width < 600 ? 640 : 800 },
      });
      const page = await context.newPage();
      page.on('console', (message) => console.error(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => console.error(`uncaught: ${error.message}`));
      for (const address of pages) {
        await page.goto(address);
        if (values.text !== '100') await page.addStyleTag({ content: `html { font-size: ${values.text}% }` });
        if (values.print) await page.emulateMedia({ media: 'print' });
        if (values.script) await readThrough(page);
        await page.evaluate(() => scrollTo(0, 0));
        for (const act of acts) await act(page);
        const name = address.replace(/\/$/, '').replace(/\W+/g, '-') || 'home';
        const extra = [
          values.text !== '100' && `text${values.text}`,
          values.print && 'print',
          !values.script && 'noscript',
        ];
        const file = ['look/' + name, width, scheme, ...extra.filter(Boolean), 'png'].join('.');
        await page.screenshot({
          path: path.join(root, file),
          fullPage: !values.window,
          animations: 'disabled',
        });
        console.log(file);
      }
    }
  await site.close();
};

command({ usage, words: true, negative: true, options }, async (asked) => {
  const { values, positionals } = asked;
  for (const width of values.width) numeric('--width', width, [100, 5000], true);
  for (const scheme of values.scheme) chosen('--scheme', scheme, ['light', 'dark']);
  numeric('--text', values.text, [10, 1000]);
  positionals.forEach(checkName);
  const acts = values.do.map(actOf);
  if (values.build && !isBuilt() && !(await build()))
    throw readerError('The site does not build; the reason is above.');
  if (listPages().length === 0) throw readerError('There is no dist/; leave out --no-build.');
  await look(asked, acts);
});
