import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { encodeFrame } from '../../src/figures/kit/contract/frames.ts';
import { useSite } from '../browser.ts';
import { storedOf } from './figures.ts';

const site = useSite();

const weights = (net: string): Buffer =>
  readFileSync(new URL(`../../public/models/${net}/weights.bin`, import.meta.url));

/** Opens the attack figure and runs it; the weights arrive as `answer` says. */
const runWith = async (answer: (page: Page) => Promise<unknown>): Promise<Page> => {
  const { page } = await site.visit({ reducedMotion: 'reduce' });
  await answer(page);
  await page.goto('f/attack/');
  await page.locator('fieldset.machine:enabled').waitFor();
  await page.click('button.primary');
  return page;
};

const failure = async (page: Page): Promise<string> => {
  await page.locator('.live[data-phase=failed]').waitFor();
  return page.locator('.failure').innerText();
};

const retry = async (page: Page): Promise<void> => {
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('.live[data-phase=done]').waitFor({ timeout: 30_000 });
};

const address = /models\/digits-lenet\/weights\.bin/;

test('weights that cannot be downloaded are said, the published result stays, and trying again works', async () => {
  const page = await runWith((page) => page.route(address, (route) => route.abort()));
  expect(await failure(page)).toContain('could not be downloaded');
  expect(await page.locator('.finding').innerText()).toMatch(/^At ε/);
  await retry(page);
});

test('weights that were cut short are said', async () => {
  const page = await runWith((page) =>
    page.route(address, (route) => route.fulfill({ body: weights('digits-lenet').subarray(0, 1000) })),
  );
  expect(await failure(page)).toContain('was cut short (1,000 of');
  await retry(page);
});

test('weights that were altered are said', async () => {
  const altered = weights('digits-lenet');
  altered[500] = (altered[500] ?? 0) ^ 1;
  const page = await runWith((page) => page.route(address, (route) => route.fulfill({ body: altered })));
  expect(await failure(page)).toContain('was altered on its way');
  await retry(page);
});

test('the main button, pressed right after a control was changed, does not pause the run which that began', async () => {
  const { page } = await site.open('f/attack/');
  await page.locator('fieldset.machine:enabled').waitFor();
  await page.locator('.controls input[type=range]:visible').first().focus();
  await page.keyboard.press('ArrowLeft');
  await page.locator('.live:is([data-phase=waiting], [data-phase=running])').waitFor();
  await page.click('button.primary');
  await page.locator('.live[data-phase=done]').waitFor();
  expect(await page.locator('.transport .status').innerText()).toMatch(/(\d+) of \1/);
});

test('a run can be paused, stepped and cancelled, and keeps what it has', async () => {
  const { page } = await site.open('f/attack/');
  await page.locator('fieldset.machine:enabled').waitFor();
  await page.click('button.primary');
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.locator('.live[data-phase=paused]').waitFor();
  const step = async (): Promise<number> => {
    const text = await page.locator('.transport .status').innerText();
    return Number(/(\d+) of/.exec(text)?.[1]);
  };
  const paused = await step();
  expect(paused).toBeLessThan(40);
  await page.getByRole('button', { name: 'One step on' }).click();
  await expect.poll(step).toBe(paused + 1);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.locator('.live[data-phase=stopped]').waitFor();
  expect(await step()).toBe(paused + 1);
  const kept = await page.locator('.finding').innerText();
  expect(kept).toContain(`fter ${paused + 1} of 40 steps`);
  await page.getByRole('button', { name: 'One step back' }).click();
  await expect.poll(step).toBe(paused);
});

test('a drawing that is empty or broken is said and the stroke digit is shown', async () => {
  const empty = await site.open('f/attack/?input=drawn&v=1');
  await empty.page.locator('.live[data-phase=done]').waitFor({ timeout: 30_000 });
  expect(await empty.page.locator('.finding').innerText()).toContain('Nothing is drawn yet');
  const broken = await site.open('f/attack/?input=drawn&drawing=AAAA&v=1');
  await broken.page.locator('.notice').first().waitFor();
  expect(await broken.page.locator('.notice').innerText()).toContain(
    'a drawing that cannot be read; showing none',
  );
});

test('a digit drawn with the mouse is attacked, and its link carries it to another reader', async () => {
  const options = { reducedMotion: 'reduce' as const, permissions: ['clipboard-read', 'clipboard-write'] };
  const { page } = await site.open('f/attack/?input=drawn&v=1', options);
  await page.locator('.live[data-phase=done]').waitFor({ timeout: 30_000 });
  const pad = page.locator('.ink-pad');
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) throw new Error('the pad is not on the page');
  const at = (x: number, y: number): readonly [number, number] => [
    box.x + x * box.width,
    box.y + y * box.height,
  ];
  await page.mouse.move(...at(0.5, 0.15));
  await page.mouse.down();
  await page.mouse.move(...at(0.48, 0.5), { steps: 12 });
  await page.mouse.move(...at(0.46, 0.85), { steps: 12 });
  await page.mouse.up();
  await expect.poll(() => page.locator('.finding').innerText()).toMatch(/drawing/);
  await page.locator('.live[data-phase=done]').waitFor({ timeout: 30_000 });
  const found = await page.locator('.finding').innerText();
  expect(found).toMatch(/LeNet (wrongly )?reads (it )?as a 1 /);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Link copied.').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThan(2000);

  const other = await site.visit();
  await other.page.goto(link);
  await other.page.locator('.live[data-phase=done]').waitFor({ timeout: 30_000 });
  expect(await other.page.locator('.finding').innerText()).toBe(found);

  await page.getByRole('button', { name: 'Reset' }).click();
  await expect.poll(() => page.locator('.finding').innerText()).not.toBe(found);
  await page.locator('select[id$=-input]').selectOption('drawn');
  await expect.poll(() => page.locator('.finding').innerText(), { timeout: 30_000 }).toBe(found);
});

test('a link in the prose sets the figure of the page and brings it into view', async () => {
  const { page } = await site.open('ten-numbers/', { reducedMotion: 'reduce' });
  const link = page.locator('a[data-figure-link=toy-logistic]').first();
  await link.click();
  const figure = page.locator('#fig-toy-logistic');
  await figure.locator('.live[data-phase=done]').waitFor({ timeout: 30_000 });
  await expect
    .poll(() =>
      figure.locator('.stage:visible').evaluate((stage) => stage.getBoundingClientRect().top < innerHeight),
    )
    .toBe(true);
});

test('a backend that this device does not have is said, and another one computes the same', async () => {
  const { page } = await site.open('f/attack/', { reducedMotion: 'reduce' });
  await page.locator('fieldset.machine:enabled').waitFor();
  await page.click('button.primary');
  await page.locator('.live[data-phase=done]').waitFor({ timeout: 30_000 });
  const found = await page.locator('.finding').innerText();
  const backend = page.getByLabel('Computed with');
  await backend.selectOption('webgpu');
  expect(await failure(page)).toMatch(/webgpu cannot be used here .* Choose another one/);
  expect(await page.locator('.finding').innerText()).toBe(found);
  await backend.selectOption('cpu');
  await page.locator('.live[data-phase=done]').waitFor({ timeout: 60_000 });
  expect(await page.locator('.notice').allInnerTexts()).toEqual([]);
});

test('a worker that is gone without a word is replaced, and its run goes on to the published end', async () => {
  const { page } = await site.open('f/attack/');
  await page.locator('fieldset.machine:enabled').waitFor();
  await page.click('button.primary');
  await page.waitForFunction(() =>
    /[1-9]\d* of/.test(document.querySelector('.transport .status')?.textContent ?? ''),
  );
  await page.workers()[0]?.evaluate(() => self.close());
  await page.locator('.live[data-phase=done]').waitFor({ timeout: 40_000 });
  expect(await page.locator('.notice').allInnerTexts()).toEqual([
    'The computation had stopped answering. It was started again and goes on where it was.',
  ]);
  expect(await page.locator('.finding').innerText()).toBe(storedOf('attack').states['']?.sentence);
});

test('a worker that is gone before it has said anything is replaced too, also for a run begun anew', async () => {
  const { page } = await site.visit({ reducedMotion: 'reduce' });
  let first = true;
  await page.route(/\/worker-[^/]*\.js/, (route) => {
    const dead = first;
    first = false;
    return dead ? route.fulfill({ contentType: 'text/javascript', body: 'self.close()' }) : route.continue();
  });
  await page.goto('f/attack/');
  await page.locator('fieldset.machine:enabled').waitFor();
  await page.click('button.primary');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.locator('.live[data-phase=stopped]').waitFor();
  await page.click('button.primary');
  await page.locator('.live[data-phase=done]').waitFor({ timeout: 40_000 });
});

test('a figure that fails when it is drawn gives way to what is published', async () => {
  const { page } = await site.visit();
  const broken = encodeFrame({ nothing: 'of use' });
  await page.route(/\/f\/attack\/$/, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const data =
      /<script type="application\/json" class="figure-data">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    const altered = { ...(JSON.parse(data) as object), frame: broken };
    await route.fulfill({
      response,
      body: html.replace(data, () => JSON.stringify(altered).replaceAll('<', '\\u003c')),
    });
  });
  await page.goto('f/attack/');
  await page.locator('.notice').waitFor();
  expect(await page.locator('.notice').innerText()).toContain('failed and the published result is shown');
  expect(await page.locator('.finding').innerText()).toBe(storedOf('attack').states['']?.sentence);
  expect(await page.locator('.live .stage:visible svg').count()).toBe(1);
  expect(await page.locator('.live table').count()).toBe(1);
});
