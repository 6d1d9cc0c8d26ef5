import type { APIRoute, GetStaticPaths } from 'astro';
import { emojiFiles } from '../../../components/emoji.ts';

/**
 * /emoji/<set>/<thing>.png, the thing by the name that most sets have for its icon: /emoji/noto/panda.png.
 */
export const getStaticPaths = (async () =>
  (await emojiFiles()).map(({ set, thing, bytes }) => ({
    params: { set, thing },
    props: { bytes },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => {
  const { bytes } = props as { readonly bytes: Uint8Array };
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/png' } });
};
