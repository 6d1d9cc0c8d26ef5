import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { useSite } from '../browser.ts';
import { settled } from './figures.ts';

const site = useSite();

const file = (name: string): string =>
  fileURLToPath(new URL(`../../public/models/digits-softmax/${name}`, import.meta.url));

test('a reader’s own model is attacked in the figure, missing files are said, and both stay chosen', async () => {
  const { page } = await site.open('f/attack/?attack=fgsm&v=1');
  await page.locator('fieldset.machine:enabled').waitFor();
  const net = page.locator('select[id$=-net]');
  await net.selectOption('own');
  await page.locator('.finding', { hasText: 'No model is chosen yet' }).waitFor({ timeout: 30_000 });
  const input = page.locator('input[type=file]');
  await input.setInputFiles([file('model.json')]);
  await page.locator('.failure', { hasText: 'weights are in weights.bin, which is not here' }).waitFor();
  await input.setInputFiles([file('model.json'), file('weights.bin')]);
  await page.locator('.finding', { hasText: 'your model' }).waitFor({ timeout: 30_000 });
  await settled(page);
  expect(await page.locator('.control.files .chosen').innerText()).toMatch(
    /^model\.json, weights\.bin, 17\s/,
  );
  const finding = await page.locator('.finding').innerText();
  await net.selectOption('digits-softmax');
  await page.locator('.finding', { hasText: 'the softmax net' }).waitFor({ timeout: 30_000 });
  await settled(page);
  expect(await page.locator('.finding').innerText()).toBe(
    finding.replaceAll('your model', 'the softmax net'),
  );
});
