import type { Page } from 'playwright';
import { preview, type InlineConfig } from 'vite';
import { launch } from '../browsers/chromium.ts';

/**
 * Serves a built folder (what `config` names as its outDir) and hands one Chromium page and the address to
 * `use`; `more` are further arguments for Chromium.
 */
export const inChromium = async <T>(
  config: InlineConfig,
  use: (page: Page, address: string) => Promise<T>,
  more: readonly string[] = [],
): Promise<T> => {
  const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } });
  const browser = await launch(more);
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    page.on('pageerror', (error) => console.error(error));
    return await use(page, server.resolvedUrls?.local[0] ?? '');
  } finally {
    await browser.close();
    await server.close();
  }
};
