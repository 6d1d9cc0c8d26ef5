import type { SizeScale } from '../kit/contract/size-param.ts';
import { usualScales } from '../kit/words/size-scales.ts';

const { linf, ...others } = usualScales;

/** With a limit: ε on pixels of grey in 0 … 1, of colours in levels of 255. */
const limited: Readonly<Record<string, SizeScale>> = {
  linf,
  levels: { ...linf, max: 32, step: 1, per: 255, default: 8 },
  ...others,
};

const openOf = (id: string): string => `${id}-open`;

/** How the size of a nudge is set; open ones are for methods that seek the smallest. */
export const scales: Readonly<Record<string, SizeScale>> = {
  ...limited,
  ...Object.fromEntries(Object.entries(limited).map(([id, one]) => [openOf(id), { ...one, open: true }])),
};

/** What a scale was called in links when each had a field of its own. */
export const former: Readonly<Record<string, string>> = {
  linf: 'epsilon',
  levels: 'levels',
  l2: 'radius',
  l1: 'sum',
  l0: 'changed',
};

/** The scale of a ball, for pixels of grey or in levels; without limit if it is to be open. */
export const scaleOf = (
  ball: SizeScale['ball'],
  { inLevels, open }: { readonly inLevels: boolean; readonly open: boolean },
): string => {
  const own = Object.entries(limited).filter(([, one]) => one.ball === ball);
  const [id] = own.find(([, { per }]) => (per === 255) === inLevels) ?? own[0] ?? ['linf'];
  return open ? openOf(id) : id;
};
