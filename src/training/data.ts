import { pathToFileURL } from 'node:url';
import { registry } from '../nets/registry.ts';
import { fetchBytes } from '../nets/sources/fetch.ts';
import { fileBytes } from '../nets/sources/file.ts';
import { command, known, say, usageError } from './command.ts';
import { dataSet } from './data-folder.ts';
import { allMnistFiles, downloadMnist } from './download.ts';
import { verified } from './files.ts';
import { mirrorNet } from './mirror.ts';
import { shippedFolder } from './ship.ts';

const usage = `npm run data -- mnist | mobilenet [--to FOLDER] [--from FOLDER]     fetches a data set or a net, every byte checked

  mnist          the 70,000 digits, into mnist/ of $EASILY_FOOLED_DATA, else .data/mnist/
  mobilenet      MobileNet, into public/models/imagenet-mobilenet/, which a build then takes along
  --to FOLDER    into this folder instead
  --from FOLDER  mnist: only checks the copy there; mobilenet: copies from there, not from its public address`;

const mnist = async (from: string | undefined, to = dataSet('mnist')): Promise<void> => {
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
  const source =
    from === undefined ? fetchBytes(entry.onDemand.address) : fileBytes(pathToFileURL(`${from}/`));
  await mirrorNet(entry, source, to ?? shippedFolder(id), say);
};

const sets = { mnist, mobilenet } as const;

command(
  { usage, words: true, options: { to: { type: 'string' }, from: { type: 'string' } } },
  async ({ values, positionals }) => {
    if (positionals.length === 0) throw usageError('Say which data.');
    const what = known('data set', positionals.join(' '), ['mnist', 'mobilenet']);
    await sets[what](values.from, values.to);
  },
);
