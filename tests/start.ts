import { createServer } from 'node:net';
import path from 'node:path';
import { readerError } from '../src/lab/reader-error.ts';
import { serve, toBase } from '../src/training/browsers/server.ts';
import { command, numeric } from '../src/training/command.ts';
import { build, isBuilt, root } from './build.ts';

const usage = `npm start [-- --port N] [--host NAME]     builds the site where its sources have changed, and serves it

  --port N     4321 unless given; where it is taken, a free one
  --host NAME  127.0.0.1 unless given; 0.0.0.0 shows it to the network
  SITE and BASE, in the environment, are where it will stand: https://… and /folder/`;

/** What Node says of a port that cannot be listened on; undefined where it can. */
const refusal = (port: number, host: string): Promise<NodeJS.ErrnoException | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve).listen(port, host, () => server.close(() => resolve(undefined)));
  });

/** The wanted port, or 0, which is any free one, where it is taken. */
const portFor = async (port: number, host: string): Promise<number> => {
  const refused = await refusal(port, host);
  if (refused === undefined) return port;
  if (refused.code !== 'EADDRINUSE') {
    throw readerError(`Nothing can be served at ${host}, port ${port} (${refused.code ?? refused.message}).`);
  }
  console.log(`Port ${port} is taken; using a free one.`);
  return 0;
};

const options = {
  port: { type: 'string', default: '4321' },
  host: { type: 'string', default: '127.0.0.1' },
} as const;

command({ usage, options }, async ({ values: { port, host } }) => {
  const free = await portFor(numeric('--port', port, [0, 65_535], true), host);
  if (!isBuilt() && !(await build())) throw readerError('The site does not build; the reason is above.');
  const { url } = await serve(path.join(root, 'dist'), {
    base: toBase(process.env['BASE']),
    host,
    port: free,
  });
  console.log(`\nEasily Fooled is at ${url} (Ctrl+C ends it)`);
});
