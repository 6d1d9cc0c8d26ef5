import type { Relation } from '../relation.ts';
import { birth } from './birth.ts';
import { contest } from './contest.ts';
import { discovery } from './discovery.ts';
import { move } from './move.ts';
import { music } from './music.ts';
import { opening } from './opening.ts';
import { study } from './study.ts';
import { work } from './work.ts';

/** Every kind of fact that a passage can tell. */
export const relations: readonly Relation[] = [birth, work, contest, move, study, opening, discovery, music];
