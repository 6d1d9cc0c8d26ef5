import { inFamilyOrder, netWords } from '../../../nets/catalogue.ts';
import type { NetId } from '../../../nets/net.ts';
import { choice, type ChoiceParam } from '../contract/params.ts';

/** These nets as options of a choice: by name, in family order. */
export const netOptions = <Id extends NetId>(ids: readonly Id[]): Readonly<Record<Id, string>> =>
  Object.fromEntries(inFamilyOrder(ids).map((id) => [id, netWords(id).name])) as Record<Id, string>;

/** One of these nets; links name it by its id. */
export const netChoice = <const Id extends NetId>(spec: {
  readonly label?: string;
  readonly nets: readonly Id[];
  readonly default: NoInfer<Id>;
}): ChoiceParam<Id> =>
  choice<Id>({ label: spec.label ?? 'Net', options: netOptions(spec.nets), default: spec.default });
