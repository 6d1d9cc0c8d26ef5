import type { APIRoute } from 'astro';
import { absolute } from '../components/url.ts';
import { storedFigure } from '../components/figure/stored.ts';
import type { AnyFigure } from '../figures/kit/contract/figure.ts';
import type { AnyParam } from '../figures/kit/contract/params.ts';
import { figureSlugs, loadFigure } from '../figures/registry.ts';

/** A param as data: what it is, its bounds and its default, as a link would write it. */
const describeParam = (name: string, param: AnyParam) => {
  const base = {
    name,
    kind: param.kind,
    label: param.label,
    default: (param.write as (value: unknown) => string)(param.default),
  };
  switch (param.kind) {
    case 'range':
      return { ...base, min: param.min, max: param.max, step: param.step, unit: param.unit };
    case 'choice':
      return { ...base, options: param.options };
    case 'size':
      return { ...base, scales: param.scales };
    case 'seed':
      return { ...base, min: 0, max: param.max };
    case 'numbers':
      return { ...base, fields: param.fields };
    case 'text':
      return { ...base, maxLength: param.maxLength };
    case 'toggle':
    case 'files':
    case 'edits':
    case 'picture':
    case 'ink':
      return base;
  }
};

const describeFigure = async (figure: AnyFigure) => ({
  slug: figure.slug,
  version: figure.version,
  title: figure.title,
  article: figure.article,
  url: absolute(`/f/${figure.slug}/`),
  params: Object.entries(figure.params).map(([name, param]) => describeParam(name, param)),
  presets: Object.entries((await storedFigure(figure)).states).map(
    ([name, { title, link, sentence, outcome }]) => ({
      name: name === '' ? 'published' : name,
      title,
      url: absolute(`/f/${figure.slug}/${name === '' ? '' : `${name}/`}`),
      link,
      sentence,
      outcome,
    }),
  ),
});

/** Every figure of the book, for machines. */
export const GET: APIRoute = async () => {
  const figures = await Promise.all(
    figureSlugs.map(async (slug) => describeFigure((await loadFigure(slug)).figure)),
  );
  return Response.json({ figures });
};
