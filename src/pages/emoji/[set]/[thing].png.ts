import type { GetStaticPaths } from 'astro';
import { emojiFiles } from '../../../components/emoji.ts';

/**
 * /emoji/<set>/<thing>.png, the thing by the name that most sets have for its icon: /emoji/noto/panda.png.
 */
export const getStaticPaths = (async () =>
  (await emojiFiles()).map(({ set, thing, bytes }) => ({
    params: { set, thing },
    props: { bytes },
  }))) satisfies GetStaticPaths;

/** One picture of a set, as a PNG file. */
export const GET = ({ props }: { readonly props: { readonly bytes: Uint8Array } }): Response =>
  new Response(new Uint8Array(props.bytes), { headers: { 'content-type': 'image/png' } });
