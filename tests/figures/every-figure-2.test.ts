import { figureSlugs } from '../../src/figures/registry.ts';
import { testFigure } from './figure-suite.ts';

// In two files, which run side by side.
for (const slug of figureSlugs.filter((_, i) => i % 2 === 1)) await testFigure(slug);
