import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readerError } from '../lab/reader-error.ts';
import { registry } from '../nets/registry.ts';
import { fetchBytes } from '../nets/sources/fetch.ts';
import { fileBytes } from '../nets/sources/file.ts';
import { command, say } from './command.ts';
import { allMnistFiles, downloadMnist } from './download.ts';
import { verified } from './files.ts';
import { mirrorNet } from './mirror.ts';
import { shippedFolder } from './ship.ts';

const usage =
  'Say which data: npm run data -- mnist [--to FOLDER], or mnist --from FOLDER to verify a copy; or mobilenet [--to FOLDER] ' +
  '[--from FOLDER], from its public address or from that folder.';

const mnist = async (from: string | undefined, to = '.data/mnist'): Promise<void> => {
  if (from === undefined) return downloadMnist(to, say);
  for (const file of allMnistFiles) {
    await verified(from, file);
    say(`${file.name}: SHA-256 as published.`);
  }
};

const mobilenet = async (from: string | undefined, to?: string): Promise<void> => {
  const id = 'imagenet-mobilenet';
  const entry = registry[id];
  if (!entry?.onDemand) throw new Error(`${id} is not in the registry.`);
  const source = from === undefined ? fetchBytes(entry.onDemand.address) : fileBytes(pathToFileURL(`${from}/`));
  await mirrorNet(entry, source, to ?? shippedFolder(id), say);
};

command(async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { to: { type: 'string' }, from: { type: 'string' } },
  });
  const what = positionals.join();
  if (what === 'mnist') return mnist(values.from, values.to);
  if (what === 'mobilenet') return mobilenet(values.from, values.to);
  throw readerError(usage);
});
