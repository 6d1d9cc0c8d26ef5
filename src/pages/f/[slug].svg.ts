import type { APIRoute, GetStaticPaths } from 'astro';
import { pictureFile } from '../../components/picture-file.ts';
import { figureSlugs } from '../../figures/registry.ts';

/** One file for each figure. */
export const getStaticPaths = (() =>
  figureSlugs.map((slug) => ({ params: { slug } }))) satisfies GetStaticPaths;

/** The drawing of a figure's published state as a picture file, in the colours of whoever looks. */
export const GET: APIRoute = async ({ params }) =>
  new Response(await pictureFile(params['slug'] ?? ''), { headers: { 'content-type': 'image/svg+xml' } });
