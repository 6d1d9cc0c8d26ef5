import { emblems, type Emblems } from '../data/emblems.ts';
import stored from '../../content/results/emblems.json' with { type: 'json' };

/** The evolved pictures that stand for the digits on the home page and for the articles. */
export const bookEmblems: Emblems = emblems.parse(stored);
