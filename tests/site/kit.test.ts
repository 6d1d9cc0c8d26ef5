import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { useSite } from '../browser.ts';
import { alive, finding, quiet, settled, storedOf } from './figures.ts';

const site = useSite();

// What the kit does for every figure is tried on two, one that needs a net and one that needs none.
describe.each(['attack', 'toy-logistic'].map(storedOf))('the kit, on $figure', ({ figure: slug, states }) => {
  test('on a preset’s page, the address of what the reader changes means the same when it is opened again', async () => {
    const [name] = Object.entries(states)[1] ?? [''];
    const { page } = await site.open(`f/${slug}/${name}/`, { reducedMotion: 'reduce' });
    await alive(page);
    await page.click('.presets a:first-of-type');
    await page.locator('.live[data-phase=done]').waitFor({ timeout: 30_000 });
    await expect.poll(() => new URL(page.url()).pathname).toMatch(new RegExp(`/f/${slug}/$`));
    await page.reload();
    await alive(page);
    expect(await finding(page)).toBe(states['']?.sentence);
  });

  test('a link to one step of a run shows that step', async () => {
    const { page } = await site.open(`f/${slug}/?at=1&v=1`);
    await alive(page);
    await page.locator('.live[data-phase=paused]').waitFor({ timeout: 30_000 });
    expect(await page.locator('.transport .status').innerText()).toMatch(/\b1 of \d+/);
  });

  test('a broken link says what is wrong with it and shows the published state', async () => {
    const { page } = await site.open(`f/${slug}/?nonsense=1&seed=%3Cb%3E&v=99`);
    await alive(page);
    const notices = (await page.locator('.notice').allInnerTexts()).join('\n');
    expect(notices).toContain('“nonsense”');
    expect(notices).toContain('made for version 99');
    expect(await finding(page)).toBe(states['']?.sentence);
  });

  test('reset brings back the published state, and a preset’s link sets it in place', async () => {
    const { page } = await site.open(`f/${slug}/`);
    await alive(page);
    const [name, preset] = Object.entries(states)[1] ?? ['', undefined];
    await page.click(`.presets a[href$="/${name}/"]`);
    await settled(page);
    expect(await finding(page)).toBe(preset?.sentence);
    await page.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => finding(page)).toBe(states['']?.sentence);
  });

  test('a worker that does not arrive is said, and trying again works', async () => {
    const { page } = await site.visit();
    let blocked = true;
    await page.route(/worker[^/]*\.js/, (route) => (blocked ? route.abort() : route.continue()));
    await page.goto(`f/${slug}/`);
    await alive(page);
    await page.click('button.primary');
    await page.locator('.live[data-phase=failed]').waitFor();
    expect(await page.locator('.failure').innerText()).toContain('settings are kept');
    blocked = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await settled(page);
    expect(await finding(page)).toBe(states['']?.sentence);
  });

  test('every download is a file with something in it', async () => {
    const { page } = await site.open(`f/${slug}/`);
    await alive(page);
    for (const [label, begins] of [
      ['PNG', '\u0089PNG'],
      ['SVG', '<svg'],
      ['CSV', ''],
      ['JSON', '{'],
    ] as const) {
      const waiting = page.waitForEvent('download');
      await page.getByRole('button', { name: `Download ${label}` }).click();
      const download = await waiting;
      expect(download.suggestedFilename()).toBe(`${slug}.${label.toLowerCase()}`);
      const bytes = readFileSync(await download.path(), 'latin1');
      expect(bytes.length).toBeGreaterThan(200);
      expect(bytes.startsWith(begins)).toBe(true);
      expect(bytes).not.toMatch(/NaN|undefined|var\(--/);
    }
  });

  test('is a frame without a page on other sites', async () => {
    const visit = await site.open(`embed/${slug}/`);
    await alive(visit.page);
    expect(await visit.page.locator('.live').count()).toBe(1);
    expect(await finding(visit.page)).toBe(states['']?.sentence);
    quiet(visit);
  });
});
test('a page asks for TensorFlow.js only once a run needs it', async () => {
  const { page } = await site.visit();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('ten-numbers/');
  await page.waitForLoadState('networkidle');
  const kilobytes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => /\.js(\?|$)/.test(entry.name))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
  );
  // A hash in a name may say anything.
  const names = asked.map((address) => new URL(address).pathname.replace(/\.[\w-]{8}(?=\.\w+$)/, ''));
  expect(names.filter((name) => /wasm|model|tf/.test(name))).toEqual([]);
  expect(kilobytes).toBeLessThanOrEqual(15_000);
});
