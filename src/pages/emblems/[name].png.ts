import type { APIRoute, GetStaticPaths } from 'astro';
import { bookEmblems } from '../../components/emblems.ts';
import { png } from '../../figures/kit/drawing/png.ts';
import { readGenome } from '../../lab/evolution/any-genome.ts';

const side = 224;

/** One emblem for each of the ten digits, and one for each article. */
export const getStaticPaths = (() => [
  ...bookEmblems.digits.map(({ digit, genome }) => ({ params: { name: String(digit) }, props: { genome } })),
  ...Object.entries(bookEmblems.articles).map(([name, { genome }]) => ({
    params: { name },
    props: { genome },
  })),
]) satisfies GetStaticPaths;

/** An evolved pattern as a picture: of a digit by its number, of an article by its slug. */
export const GET: APIRoute = ({ props }) => {
  const { channels, render } = readGenome((props as { readonly genome: string }).genome);
  const bytes = png(render(side), side, side, channels);
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/png' } });
};
