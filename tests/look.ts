import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { build, isBuilt, root } from './build.ts';
import { launch } from '../src/training/browsers/chromium.ts';
import { serve, toBase } from '../src/training/browsers/server.ts';
import { listPages, readThrough } from './site/pages.ts';

const usage = `npm run look -- [page…] [options]     pictures of pages at 320, 768 and 1280 px, light and dark, into look/

  page             a page's path or its last part, with a query if wanted: home, ten-numbers, 'f/attack/?epsilon=0.1';
                   none is all of them
  --no-build       take dist/ as it is
  --width n        only this width (may be repeated)     --scheme light|dark   only this scheme
  --text n         text at n percent                     --no-script           as without JavaScript
  --print          as on paper                           --window              what is in view, not the whole page
  --do action      before the picture, in order (may be repeated): click:selector, focus:selector, see:selector,
                   fill:selector=text, press:key, wait:milliseconds`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    build: { type: 'boolean', default: true },
    script: { type: 'boolean', default: true },
    print: { type: 'boolean', default: false },
    window: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
    width: { type: 'string', multiple: true, default: ['320', '768', '1280'] },
    scheme: { type: 'string', multiple: true, default: ['light', 'dark'] },
    text: { type: 'string', default: '100' },
    do: { type: 'string', multiple: true, default: [] },
  },
});

const act = async (page: Page, action: string): Promise<void> => {
  const [verb = '', rest = ''] = action.split(/:(.*)/s);
  const [selector = '', text = ''] = rest.split(/=(?=[^\]]*$)(.*)/s);
  if (verb === 'click') await page.click(rest);
  else if (verb === 'focus') await page.focus(rest);
  else if (verb === 'see') await page.locator(rest).first().scrollIntoViewIfNeeded();
  else if (verb === 'fill') await page.fill(selector, text);
  else if (verb === 'press') await page.keyboard.press(rest);
  else if (verb === 'wait') await page.waitForTimeout(Number(rest));
  else throw new Error(`--do ${action}: one of click, focus, see, fill, press, wait is wanted.`);
};

/** The addresses meant by one word of the command line. */
const find = (word: string): string[] => {
  const [name = '', query = ''] = word.split(/(?=[?#])(.*)/s);
  const wanted = name === 'home' ? '' : name.replace(/^\/|\/$/g, '');
  const all = listPages();
  const exact = all.filter((page) => page.replace(/\/$|\.html$/g, '') === wanted);
  const found = exact.length > 0 ? exact : all.filter((page) => page.endsWith(`/${wanted}/`));
  if (found.length === 0) throw new Error(`There is no page ${word}; there are:\n${all.join('\n')}`);
  return found.map((page) => page + query);
};

const look = async (): Promise<void> => {
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
        for (const action of values.do) await act(page, action);
        const name = address.replace(/\/$/, '').replace(/\W+/g, '-') || 'home';
        const extra = [
          values.text !== '100' && `text${values.text}`,
          values.print && 'print',
          !values.script && 'noscript',
        ];
        const file = ['look/' + name, width, scheme, ...extra.filter(Boolean), 'png'].join('.');
        await page.screenshot({ path: path.join(root, file), fullPage: !values.window, animations: 'disabled' });
        console.log(file);
      }
    }
  await site.close();
};

if (values.help) console.log(usage);
else if (values.build && !isBuilt() && !build()) process.exitCode = 1;
else await look();
