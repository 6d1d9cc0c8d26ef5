import { imagenetLabels } from '../../data/imagenet/labels.ts';
import { thingNames } from '../../data/emoji/things.ts';
import type { Shape } from '../../lab/black-box/shape.ts';
import type { Oracle, Vec } from '../../lab/oracle.ts';
import { readerError } from '../../lab/reader-error.ts';
import { argmax } from '../../lab/vec.ts';
import type { Bench } from '../../nets/bench/bench.ts';
import { kindOf, netOf, shapeOf } from './nets.ts';
import { ownNet } from './own-net.ts';
import type { AttackState } from './params.ts';

/** The net that is attacked, the pictures that it reads, and what it calls its classes. */
export interface Attacked {
  readonly oracle: Oracle;
  readonly shape: Shape;
  readonly names: readonly string[];
}

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'none of these'];

/** What the classes of nets of a kind are called; of digits, those beyond the net's own too. */
export const namesIn = { digits, emoji: thingNames, imagenet: imagenetLabels } as const;

/** Loads it. */
export const attackedNet = async (state: AttackState, bench: Bench): Promise<Attacked> => {
  const [net, kind] = [netOf(state), kindOf(state)];
  if (net === 'own' || kind === 'own') return ownNet(bench, state);
  const oracle = await bench.net(net);
  return { oracle, shape: shapeOf(state), names: namesIn[kind].slice(0, oracle.classes) };
};

/** The class of that name, or of that number where classes go by number; −1 where there is none. */
export const classOf = ({ names }: Pick<Attacked, 'names'>, said: string): number => {
  const wanted = said.trim().toLowerCase();
  const found = names.findIndex((name) => name.toLowerCase() === wanted);
  if (found >= 0 || !/^\d+$/.test(wanted) || names.includes('0')) return found;
  return Number(wanted) < names.length ? Number(wanted) : -1;
};

/**
 * The class that the picture shows: by what a person calls it, if one has said so and the net knows it, or
 * else the net's answer, by its logits.
 */
export const labelOf = (
  state: AttackState,
  attacked: Pick<Attacked, 'names'>,
  said: string | undefined,
  logits: Vec,
): { readonly label: number; readonly known: boolean } => {
  const known = said === undefined ? -1 : kindOf(state) === 'digits' ? Number(said) : classOf(attacked, said);
  return { label: known < 0 ? argmax(logits) : known, known: known >= 0 };
};

/** The class that the attack shall reach; throws a ReaderError where the net has none of that name. */
export const targetOf = (state: AttackState, attacked: Attacked): number => {
  const kind = kindOf(state);
  if (kind === 'digits') return Number(state.target);
  if (kind === 'emoji') return Number(state.wanted);
  const found = classOf(attacked, state.named);
  if (found >= 0) return found;
  const like = attacked.names.filter((name) => name.toLowerCase().includes(state.named.trim().toLowerCase()));
  const some = (like.length > 0 ? like : attacked.names).slice(0, 4).join(', ');
  throw readerError(
    `This net has no answer “${state.named}”; it has, for example, ${some}. Choose one of its answers.`,
  );
};
