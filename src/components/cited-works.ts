import { workOf, works } from './bibliography.ts';

const sources = import.meta.glob<string>(
  [
    '/content/articles/*.mdx',
    '/content/figures/*.mdx',
    '/content/claims/*.mdx',
    '/content/site.yaml',
    '/src/lab/**/*.ts',
    '/src/training/reproduce/**/*.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
);

// <Cite keys="a b" /> in prose; source: 'a' of an attack and source = 'a' of an experiment; sources: [a, b]
// and reference: a in front matter and YAML.
const patterns = [
  /<Cite\s[^>]*?\bkeys="([^"]+)"/g,
  /\bsource(?::| =) '([^']+)'/g,
  /^sources: *\[([^\]]+)\]/gm,
  /^sources: *\n((?: *- *\S+ *\n)+)/gm,
  /^ *reference: *(\S+)$/gm,
];

/**
 * Compares what the whole book cites with what content/references.json lists: a key without an entry and an
 * entry without a reader both stop the build.
 */
export const checkCitations = (): void => {
  const cited = new Set<string>();
  for (const [file, text] of Object.entries(sources)) {
    for (const pattern of patterns) {
      for (const [, list = ''] of text.matchAll(pattern)) {
        for (const key of list.split(/[\s,'"-]+/).filter(Boolean)) {
          if (!works.has(key))
            throw new Error(`${file} cites “${key}”, but content/references.json has no such entry.`);
          cited.add(workOf(key).id);
        }
      }
    }
  }
  const idle = [...works.keys()].filter((key) => !cited.has(key));
  if (idle.length > 0)
    throw new Error(`content/references.json: nothing cites ${idle.join(', ')}; take them out.`);
};
