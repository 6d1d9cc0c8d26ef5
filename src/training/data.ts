import { parseArgs } from 'node:util';
import { readerError } from '../lab/reader-error.ts';
import { command, say } from './command.ts';
import { allMnistFiles, downloadMnist } from './download.ts';
import { verified } from './files.ts';

command(async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { to: { type: 'string', default: '.data/mnist' }, from: { type: 'string' } },
  });
  if (positionals.join() !== 'mnist') {
    throw readerError('Say which data: npm run data -- mnist [--to FOLDER], or mnist --from FOLDER to verify a copy.');
  }
  if (values.from === undefined) return downloadMnist(values.to, say);
  for (const file of allMnistFiles) {
    await verified(values.from, file);
    say(`${file.name}: SHA-256 as published.`);
  }
});
