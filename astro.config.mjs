import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import remarkMath from 'remark-math';
import { bookCheck } from './src/components/book-check.ts';
import { remarkBind } from './src/components/markdown/bind.ts';
import { remarkMathsElement } from './src/components/markdown/maths.ts';
import { rehypeProse } from './src/components/markdown/prose.ts';
import { targets } from './src/components/needed.ts';
import { onlyWoff2 } from './src/components/markdown/only-woff2.ts';

// SITE is the origin (https://someone.github.io), BASE the folder on it (/easily-fooled/); both may be left
// out.
const base = `/${process.env.BASE ?? ''}/`.replace(/\/{2,}/g, '/');

export default defineConfig({
  site: process.env.SITE ?? 'http://localhost:4321',
  base,
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory' },
  integrations: [
    mdx(),
    preact(),
    bookCheck(),
    ...(process.env.SITE ? [sitemap({ filter: (page) => !page.includes('/embed/') })] : []),
  ],
  markdown: {
    processor: unified({
      remarkPlugins: [remarkMath, remarkMathsElement, remarkBind],
      rehypePlugins: [rehypeProse],
    }),
    syntaxHighlight: false,
  },
  vite: {
    plugins: [onlyWoff2()],
    // Split into chunks, so that TensorFlow.js arrives only with the first run that needs it.
    worker: { format: 'es' },
    // MDX pages carry a directive for Astro's own bundling, which needs no warning per page.
    build: {
      target: Object.entries(targets).map(([engine, version]) => `${engine}${version}`),
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
