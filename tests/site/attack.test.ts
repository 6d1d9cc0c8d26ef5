import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { png } from '../../src/figures/kit/drawing/png.ts';
import { netIsHere } from '../../src/training/node-bench.ts';
import { useSite } from '../browser.ts';
import { alive, finding, settled } from './figures.ts';
import { servePublished } from './on-demand.ts';

const site = useSite();

/** A photograph of a one: dark ink on light paper, wider than high, so that it must be cut. */
const photo = Buffer.from(
  png(
    Uint8Array.from({ length: 300 * 200 }, (_, i) => {
      const [x, y] = [i % 300, Math.floor(i / 300)];
      return x > 138 && x < 162 && y > 35 && y < 165 ? 25 : 235;
    }),
    300,
    200,
    1,
  ),
);

const message = (page: Page) => page.locator('.control.picture .message');

const here = netIsHere('imagenet-mobilenet');
if (!here) console.error('SKIPPED: consent to MobileNet in Chromium, because it is not here.');

test.skipIf(!here)(
  'a net that is no part of the book is asked for once a tab, by size and server, and then loaded',
  { timeout: 180_000 },
  async () => {
    const { page } = await site.visit({ reducedMotion: 'reduce' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).host));
    await servePublished(page, 'imagenet-mobilenet', 'storage.googleapis.com');
    await page.goto('f/attack/guitar/');
    await alive(page);
    const published = await finding(page);
    await page.click('button.primary');
    const panel = page.getByRole('region', { name: 'A download' });
    expect(await panel.innerText()).toMatch(
      /is not part of this book: .* 2\.0 MB from\s+storage\.googleapis\.com/,
    );
    expect(await finding(page)).toBe(published);
    expect(asked).not.toContain('storage.googleapis.com');
    await panel.getByRole('button', { name: 'Load it' }).click();
    await settled(page);
    expect(asked).toContain('storage.googleapis.com');
    expect(await page.locator('.notice').allInnerTexts()).toEqual([]);
    expect(await finding(page)).toBe(published);
    expect(page.url()).not.toContain('agree');

    await page.reload();
    await alive(page);
    const before = asked.length;
    await page.click('button.primary');
    await expect.poll(() => asked.slice(before), { timeout: 30_000 }).toContain('storage.googleapis.com');
    expect(await panel.count()).toBe(0);
  },
);

test('a picture of the reader’s is cut square and attacked, its link says what is missing, and it can be removed', async () => {
  const { page } = await site.open('f/attack/?input=picture&meant=1&v=1', { reducedMotion: 'reduce' });
  await alive(page);
  await page.locator('.finding', { hasText: 'No picture is chosen yet' }).waitFor();
  const input = page.locator('input[type=file][accept^=image]');
  await input.setInputFiles({ name: 'one.png', mimeType: 'image/png', buffer: photo });
  await page.locator('.finding', { hasText: 'picture of a 1' }).waitFor({ timeout: 30_000 });
  await settled(page);
  expect(await finding(page)).toMatch(/LeNet (still |now |wrongly )?reads (the picture of a 1 )?as a 1 /);
  await expect.poll(() => page.url()).toContain('photo=one.png');

  const other = await site.visit();
  await other.page.goto(page.url());
  await alive(other.page);
  expect(await other.page.locator('.notice').innerText()).toContain(
    'no link can carry it: choose one of yours',
  );

  await page.getByRole('button', { name: 'Remove' }).click();
  await page.locator('.finding', { hasText: 'No picture is chosen yet' }).waitFor({ timeout: 30_000 });
  await input.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
  await expect
    .poll(() => message(page).innerText())
    .toContain('“notes.txt” is no picture that this browser can read');
});

test('a picture can be dropped and pasted', async () => {
  const { page } = await site.open('f/attack/?input=picture&v=1', { reducedMotion: 'reduce' });
  await alive(page);
  const carry = (type: 'drop' | 'paste', name: string): Promise<void> =>
    page.evaluate(
      ([kind, bytes, called]) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(bytes)], called, { type: 'image/png' }));
        const place = document.querySelector('.control.picture');
        const event =
          kind === 'drop'
            ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
            : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
        place?.querySelector('input')?.focus();
        place?.dispatchEvent(event);
      },
      [type, [...photo], name] as const,
    );
  await carry('drop', 'dropped.png');
  await page.locator('.control.picture .chosen', { hasText: 'dropped.png' }).waitFor();
  await carry('paste', 'image.png');
  await page.locator('.control.picture .chosen', { hasText: 'pasted' }).waitFor();
  await settled(page);
  expect(await finding(page)).toMatch(/picture/);
});

test('the camera takes a picture and is closed; where it is refused, that is said', async () => {
  const options = { reducedMotion: 'reduce', permissions: ['camera'] } as const;
  const { page } = await site.open('f/attack/?input=picture&v=1', { ...options, permissions: ['camera'] });
  await alive(page);
  await page.getByRole('button', { name: 'Use the camera' }).click();
  const video = page.locator('.camera video');
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.videoWidth))
    .toBeGreaterThan(0);
  const live = await video.evaluateHandle((element: HTMLVideoElement) => element.srcObject as MediaStream);
  await page.getByRole('button', { name: 'Take the picture' }).click();
  await page.locator('.control.picture .chosen', { hasText: 'camera' }).waitFor();
  expect(await video.count()).toBe(0);
  expect(await live.evaluate((stream) => stream.getTracks().map(({ readyState }) => readyState))).toEqual([
    'ended',
  ]);

  const refused = await site.open('f/attack/?input=picture&v=1', { reducedMotion: 'reduce' });
  await alive(refused.page);
  await refused.page.getByRole('button', { name: 'Use the camera' }).click();
  await expect
    .poll(() => message(refused.page).innerText())
    .toMatch(/^(The camera was refused|This device has no camera)/);
});

test('every method offers what it can do, and shows a limit only where it has one', async () => {
  const { page } = await site.open('f/attack/', { reducedMotion: 'reduce' });
  await alive(page);
  const method = page.getByLabel('Method');
  await method.selectOption('ddn');
  await settled(page);
  expect(await page.getByText('Size of the nudge', { exact: true }).count()).toBe(0);
  expect(await finding(page)).toMatch(/^DDN turns a 5 .* by a nudge of 1\.7\d in L2/);
  await method.selectOption('square');
  await settled(page);
  expect(await page.getByRole('radio', { name: /L∞|L2/ }).count()).toBe(2);
  await page.locator('select[id$=-net]').selectOption('imagenet-mobilenet');
  expect(await method.locator('option[value=jsma]').count()).toBe(0);
});
