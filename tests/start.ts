import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, root } from './build.ts';
import { serve, toBase, type Server } from '../src/training/browsers/server.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4321' }, host: { type: 'string', default: '127.0.0.1' } },
});
const base = toBase(process.env['BASE']);

/** Listens on the wanted port, or on a free one where that is taken. */
const listen = async (): Promise<Server> => {
  const at = (port: number) => serve(path.join(root, 'dist'), { base, host: values.host, port });
  try {
    return await at(Number(values.port));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    console.log(`Port ${values.port} is taken; using a free one.`);
    return at(0);
  }
};

if (build()) console.log(`\nEasily Fooled is at ${(await listen()).url} (Ctrl+C ends it)`);
else process.exitCode = 1;
