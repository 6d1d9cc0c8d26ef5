import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';

// SITE is the origin (https://someone.github.io), BASE the folder on it (/easily-fooled/); both may be left out.
const base = `/${process.env.BASE ?? ''}/`.replace(/\/{2,}/g, '/');

export default defineConfig({
  site: process.env.SITE ?? 'http://localhost:4321',
  base,
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory' },
  integrations: [mdx(), preact()],
});
