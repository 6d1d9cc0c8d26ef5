import type { Attack } from '../../lab/attack.ts';
import { attacks, type AttackId } from '../../lab/attacks/index.ts';
import { said } from '../../lab/said.ts';

/** What may be done to the digits at each ε: random signs, or an attack that climbs within L∞. */
export type Nudge = 'random' | AttackId;

const climbing = Object.entries<Attack<object>>(attacks).filter(
  ([, { listed, aim, balls }]) => listed !== undefined && aim === 'climb' && balls.includes('linf'),
) as readonly [AttackId, Attack<object>][];

const perNudge = (random: string, of: (attack: Attack<object>) => string): Readonly<Record<Nudge, string>> =>
  Object.fromEntries([...climbing.map(([id, attack]) => [id, of(attack)]), ['random', random]]) as Record<
    Nudge,
    string
  >;

/** The nudges, as a list names them. */
export const nudgeOptions = perNudge('random signs', ({ listed = '' }) => listed);

/** Short names of the nudges, for the ends of lines. */
export const nudgeNames = perNudge('random signs', ({ name }) => name);

/** What they do, in a sentence that goes on with who is left and how many: 'one step of FGSM leaves'. */
export const deeds = perNudge('random signs leave', (attack) => {
  const always = 'steps' in attack.options ? attack.name : said(attack, attack.defaults).text;
  return `${always} leaves`;
});

/** The attack of a nudge; none for random signs. */
export const attackOf = (nudge: Nudge): Attack<object> | undefined =>
  nudge === 'random' ? undefined : attacks[nudge];

/** Whether the reader says how many steps it makes. */
export const hasSteps = (nudge: Nudge): boolean => 'steps' in (attackOf(nudge)?.options ?? {});
