import path from 'node:path';
import type { Page } from 'playwright';
import type { NetId } from '../../src/nets/net.ts';
import { netBytes } from '../../src/training/node-bench.ts';

/** Has a page find a net that does not ship where a site may keep a copy of it. */
export const serveNet = (page: Page, id: NetId): Promise<unknown> =>
  page.route(
    ({ pathname }) => pathname.includes(`/models/${id}/`),
    async (route) =>
      route.fulfill({ body: Buffer.from(await netBytes(`${id}/${path.basename(route.request().url())}`)) }),
  );

/** Has a page find it at its public address instead. */
export const servePublished = (page: Page, id: NetId, host: string): Promise<unknown> =>
  page.route(`https://${host}/**`, async (route) =>
    route.fulfill({
      body: Buffer.from(await netBytes(`${id}/${path.basename(route.request().url())}`)),
      headers: { 'access-control-allow-origin': '*' },
    }),
  );
