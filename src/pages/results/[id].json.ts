import type { APIRoute, GetStaticPaths } from 'astro';
import { reproduced } from '../../components/results.ts';

/** One file for each reproduced experiment. */
export const getStaticPaths = (() =>
  reproduced.map((report) => ({ params: { id: report.id }, props: { report } }))) satisfies GetStaticPaths;

/** One reproduced experiment with all its digits. */
export const GET: APIRoute = ({ props }) => Response.json(props['report']);
