/** The folder that a page belongs to: '/f/' for '/f/attack/index.html', '/' for a page at the top. */
const groupOf = (page: string): string => {
  const [, top = '', ...below] = page.replace(/index\.html$/, '').split('/');
  return below.join('') === '' ? '/' : `/${top}/`;
};

/** The lines of Astro's build log, but of the pages written only how many there are below each folder. */
export async function* inGroups(lines: AsyncIterable<string>): AsyncGenerator<string, void> {
  let group = '';
  let count = 0;
  const told = (): readonly string[] =>
    count === 0 ? [] : [`  ${group.padEnd(12)} ${count} ${count === 1 ? 'file' : 'files'}`];
  for await (const line of lines) {
    const page = /[├└]─ (\/\S*)/.exec(line)?.[1];
    const next = page === undefined ? '' : groupOf(page);
    if (next !== group) {
      yield* told();
      [group, count] = [next, 0];
    }
    if (page === undefined) yield line;
    else count++;
  }
  yield* told();
}
