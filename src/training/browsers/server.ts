import { existsSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import sirv from 'sirv';

/** A server of the built site on this machine, until it is closed. */
export interface Server {
  /** Address of the front page, with a slash at its end: 'http://127.0.0.1:4321/base/'. */
  readonly url: string;
  close(): Promise<void>;
}

/** The one spelling of a base path: '/' or '/some/where/'. */
export const toBase = (text = ''): string => `/${text}/`.replace(/\/{2,}/g, '/');

/**
 * Serves a folder below a base path as a static host does: a folder's address without its last slash leads to
 * the one with it, and what is missing is answered with 404.html and the status 404. `beside` are further
 * folders, by their paths below the base ('models/some-net/'). Port 0 is any free one. Rejects when the port
 * is taken (code EADDRINUSE).
 */
export const serve = async (
  folder: string,
  {
    base = '/',
    host = '127.0.0.1',
    port = 0,
    beside = {},
  }: { base?: string; host?: string; port?: number; beside?: Readonly<Record<string, string>> } = {},
): Promise<Server> => {
  const files = sirv(folder, { dev: true, etag: true, extensions: [] });
  const others = Object.entries(beside).map(
    ([at, folder]) => [`/${at}`, sirv(folder, { dev: true })] as const,
  );
  const missing = (response: ServerResponse): void => {
    const page = path.join(folder, '404.html');
    response
      .writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' })
      .end(existsSync(page) ? readFileSync(page) : '');
  };
  const server = createServer((request, response) => {
    const { pathname, search } = URL.parse(`http://localhost${request.url ?? '/'}`) ?? {
      pathname: '',
      search: '',
    };
    const inside = pathname.slice(base.length - 1);
    if (
      `${pathname}/` === base ||
      (!inside.endsWith('/') && existsSync(path.join(folder, inside, 'index.html')))
    )
      response.writeHead(301, { Location: `${pathname}/${search}` }).end();
    else if (!pathname.startsWith(base)) missing(response);
    else {
      request.url = inside.endsWith('/') ? `${inside}index.html` : inside;
      const [at, other] = others.find(([at]) => request.url?.startsWith(at)) ?? [];
      if (at !== undefined) request.url = request.url.slice(at.length - 1);
      (other ?? files)(request, response, () => missing(response));
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return {
    url: `http://${host}:${String((server.address() as AddressInfo).port)}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
