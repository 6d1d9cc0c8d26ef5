import fc from 'fast-check';
import type { Edits } from '../../src/data/edits.ts';
import type { Ink } from '../../src/data/ink.ts';
import { snap, type AnyParam, type Params, type StateOf } from '../../src/figures/kit/contract/params.ts';

const inkPoint = fc.record({
  x: fc.integer({ min: 0, max: 255 }),
  y: fc.integer({ min: 0, max: 255 }),
  width: fc.integer({ min: 1, max: 255 }),
});

/** Drawings small enough for a link. */
export const inks: fc.Arbitrary<Ink> = fc.array(fc.array(inkPoint, { minLength: 1, maxLength: 40 }), {
  maxLength: 8,
});

/** Pixels set by hand, each once. */
export const edits: fc.Arbitrary<Edits> = fc.uniqueArray(
  fc.record({ at: fc.integer({ min: 0, max: 783 }), level: fc.integer({ min: 0, max: 255 }) }),
  { maxLength: 60, selector: ({ at }) => at },
);

const values = (param: AnyParam): fc.Arbitrary<unknown> => {
  const inside = (field: { readonly min: number; readonly max: number; readonly step: number }) =>
    fc.double({ min: field.min, max: field.max, noNaN: true }).map((value) => snap(value, field));
  switch (param.kind) {
    case 'range':
      return inside(param);
    case 'choice':
      return fc.constantFrom(...Object.keys(param.options));
    case 'size':
      return fc
        .constantFrom(...Object.values(param.scales))
        .chain((scale) => inside(scale).map((amount) => ({ ball: scale.ball, radius: amount / scale.per })));
    case 'seed':
      return fc.integer({ min: 0, max: param.max });
    case 'toggle':
      return fc.boolean();
    case 'numbers':
      return fc.tuple(...param.fields.map(inside));
    case 'ink':
      return inks;
    case 'text':
      return fc.stringMatching(param.pattern);
    case 'edits':
      return edits;
    case 'files':
    case 'picture':
      // What no link carries cannot be had from one.
      return fc.constant(param.default);
  }
};

/** Every state that a figure's controls can make. */
export const states = <P extends Params>(figure: { readonly params: P }): fc.Arbitrary<StateOf<P>> =>
  fc.record(
    Object.fromEntries(Object.entries(figure.params).map(([name, param]) => [name, values(param)])),
  ) as fc.Arbitrary<StateOf<P>>;
