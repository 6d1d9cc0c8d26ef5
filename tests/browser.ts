import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { root } from './build.ts';
import { launch } from '../src/training/browsers/chromium.ts';
import { serve, toBase, type Server } from '../src/training/browsers/server.ts';

/**
 * A page in a browser context of its own, and all it did that a good page does not do; each list fills as it
 * happens.
 */
export interface Visit {
  readonly page: Page;
  /** Whatever was written to the console, and every uncaught error. */
  readonly console: string[];
  /** Addresses requested from anywhere but the site's own server. */
  readonly foreign: string[];
  /** Requests that failed or were answered with an error. */
  readonly failed: string[];
}

export interface Site {
  /** Address of the front page, with a slash at its end. */
  readonly url: string;
  readonly browser: Browser;
  /** Opens a page by its path below the base ('', 'f/attack/?epsilon=0.1'); closed after the test. */
  open(path: string, options?: BrowserContextOptions): Promise<Visit>;
  /** As `open`, without going anywhere yet. */
  visit(options?: BrowserContextOptions): Promise<Visit>;
}

const listen = (page: Page, origin: string): Visit => {
  const visit: Visit = { page, console: [], foreign: [], failed: [] };
  page.on('console', (message) => visit.console.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => visit.console.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin: to } = new URL(request.url());
    if (to !== origin && protocol !== 'data:' && protocol !== 'blob:') visit.foreign.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) visit.failed.push(`${String(response.status())} ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A request that ends because the reader leaves the page is no failure.
    if (reason !== 'net::ERR_ABORTED') visit.failed.push(`${reason} ${request.url()}`);
  });
  return visit;
};

/**
 * Serves dist/ (or another folder, below a base path) and starts one browser for the tests of a file. Call it
 * at the top of the file; what it returns can be used inside hooks and tests.
 */
export const useSite = ({ folder = 'dist', base = toBase(process.env['BASE']) } = {}): Site => {
  let server: Server;
  let browser: Browser;
  let contexts: BrowserContext[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([serve(path.join(root, folder), { base }), launch()]);
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const visit = async (options: BrowserContextOptions = {}): Promise<Visit> => {
    const context = await browser.newContext({ baseURL: server.url, ...options });
    contexts.push(context);
    return listen(await context.newPage(), new URL(server.url).origin);
  };
  return {
    get url() {
      return server.url;
    },
    get browser() {
      return browser;
    },
    visit,
    open: async (path, options) => {
      const opened = await visit(options);
      await opened.page.goto(path.replace(/^\//, ''));
      return opened;
    },
  };
};
