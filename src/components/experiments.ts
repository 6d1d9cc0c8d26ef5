import { getContents, isPublished } from './book.ts';
import { reproduced } from './results.ts';
import { url } from './url.ts';
import type { Report } from '../data/report.ts';

/** The experiments of one article, or, without an address, those that no article takes a number from. */
export interface Group {
  readonly title: string;
  readonly href?: string;
  readonly reports: readonly Report[];
}

/** All experiments in the order of the articles; each belongs to the first that takes a number from it. */
export const experimentGroups = async (): Promise<readonly Group[]> => {
  const articles = (await getContents()).filter(isPublished);
  const homeOf = ({ id }: Report): string | undefined =>
    articles.find(({ body }) => body?.includes(`id="${id}"`))?.id;
  const groups: readonly Group[] = [
    ...articles.map(({ id, data }) => ({
      title: data.title,
      href: url(`/${id}/`),
      reports: reproduced.filter((report) => homeOf(report) === id),
    })),
    {
      title: 'Tests of the laboratory alone',
      reports: reproduced.filter((report) => homeOf(report) === undefined),
    },
  ];
  return groups.filter(({ reports }) => reports.length > 0);
};
