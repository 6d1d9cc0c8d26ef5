import { group } from 'd3';
import { useEffect, useLayoutEffect, useRef, type MutableRef } from 'preact/hooks';

/**
 * Fields in link form with the place of a click (shares of the thing's width and height) filled in:
 * `{x:-1:1}` is −1 at its left edge and 1 at its right, `{y:1:-1}` 1 at its top.
 */
export const filled = (fields: string, shares: { readonly x: number; readonly y: number }): string =>
  fields.replace(/\{([xy]):(-?[\d.]+):(-?[\d.]+)\}/g, (_, side: 'x' | 'y', from: string, to: string) =>
    (Number(from) + shares[side] * (Number(to) - Number(from))).toFixed(3),
  );

const placeIn = (
  target: Element,
  { clientX, clientY }: MouseEvent,
): { readonly x: number; readonly y: number } => {
  const { left, top, width, height } = target.getBoundingClientRect();
  return { x: (clientX - left) / width, y: (clientY - top) / height };
};

/** The things of one drawing that keyboards reach, grouped by the field that they set. */
const keyed = (drawing: Element): readonly (readonly SVGElement[])[] => [
  ...group(
    drawing.querySelectorAll<SVGElement>('[data-set][data-keys]'),
    ({ dataset }) => dataset['set']?.split('=')[0],
  ).values(),
];

/** Makes them buttons, of each group one in the order of Tab: the chosen one or the first. */
const letKeysIn = (root: Element): void => {
  for (const drawing of root.querySelectorAll('svg'))
    for (const things of keyed(drawing)) {
      drawing.setAttribute('role', 'group');
      const entry = things.find(({ dataset }) => dataset['chosen'] === 'true') ?? things[0];
      for (const thing of things) {
        thing.setAttribute('role', 'button');
        if (thing.dataset['chosen'] !== undefined)
          thing.setAttribute('aria-pressed', thing.dataset['chosen']);
        thing.setAttribute('tabindex', thing === entry ? '0' : '-1');
      }
    }
};

/** How far an arrow goes among the things of a group. */
const arrows: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Hears clicks on things in a drawing that stand for fields of the state (`data-set="cell=3"`, in link form,
 * or `data-set="across={x:-1:1}"` for where it was clicked). Where `live`, those with `data-keys` are buttons
 * for keyboards too, named by the words in them: arrows choose another of the same field
 * (`data-chosen="true"` is the chosen one), Enter and Space press.
 */
export const usePick = (
  live: boolean,
  onPick: (fields: string) => void,
): MutableRef<HTMLDivElement | null> => {
  const root = useRef<HTMLDivElement>(null);
  const latest = useRef(onPick);
  latest.current = onPick;
  useEffect(() => {
    const { current } = root;
    const pick = (event: MouseEvent): void => {
      const thing = (event.target as Element).closest('[data-set]');
      const fields = thing?.getAttribute('data-set');
      if (thing && fields) latest.current(filled(fields, placeIn(thing, event)));
    };
    const press = (event: KeyboardEvent): void => {
      const thing = (event.target as Element).closest<SVGElement>('[data-set][data-keys]');
      const way = arrows[event.key];
      if (!thing || (way === undefined && event.key !== 'Enter' && event.key !== ' ')) return;
      const things = keyed(thing.closest('svg') ?? thing).find((group) => group.includes(thing)) ?? [];
      const next = way === undefined ? thing : things.at((things.indexOf(thing) + way) % things.length);
      event.preventDefault();
      next?.focus();
      latest.current(next?.dataset['set'] ?? '');
    };
    current?.addEventListener('click', pick);
    current?.addEventListener('keydown', press);
    return () => {
      current?.removeEventListener('click', pick);
      current?.removeEventListener('keydown', press);
    };
  }, []);
  // After every drawing, for each may bring new things.
  useLayoutEffect(() => {
    if (live && root.current) letKeysIn(root.current);
  });
  return root;
};
