import { expect, test } from 'vitest';
import { inGroups } from '../page-groups.ts';

async function* linesOf(text: string): AsyncGenerator<string, void> {
  for (const line of text.split('\n')) yield line;
}

test('of a log, pages are told as their number below each folder, and every other line as it is', async () => {
  const log = `14:35:51 [build] Rearranging server assets...
14:35:59   ├─ /404.html (+86ms)
14:35:59   ├─ /about/index.html (+4.01s)
14:36:03   ├─ /cards/f/attack.png (+881ms)
14:36:04   ├─ /cards/f/attack/fgsm.png (+319ms)
14:36:05   ├─ /f/index.html (+603ms)
14:36:05   ├─ /f/attack/index.html (+3ms)
14:36:05   └─ /index.html (+3ms)
14:38:29 ✓ Completed in 2m 38s.
`;
  const said: string[] = [];
  for await (const line of inGroups(linesOf(log))) said.push(line);
  expect(said.map((line) => line.replace(/ +/g, ' '))).toEqual([
    '14:35:51 [build] Rearranging server assets...',
    ' / 2 files',
    ' /cards/ 2 files',
    ' / 1 file',
    ' /f/ 1 file',
    ' / 1 file',
    '14:38:29 ✓ Completed in 2m 38s.',
    '',
  ]);
});
