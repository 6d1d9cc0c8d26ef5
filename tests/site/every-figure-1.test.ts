import { figureSlugs } from '../../src/figures/registry.ts';
import { useSite } from '../browser.ts';
import { testFigure } from './figure-suite.ts';

const site = useSite();

// In two files, which run side by side.
for (const slug of figureSlugs.filter((_, i) => i % 2 === 0)) testFigure(site, slug);
