import { useEffect, useRef, type MutableRef } from 'preact/hooks';

/**
 * Fields in link form with the place of a click (shares of the thing's width and height) filled in: `{x:-1:1}` is −1 at its left
 * edge and 1 at its right, `{y:1:-1}` 1 at its top.
 */
export const filled = (fields: string, shares: { readonly x: number; readonly y: number }): string =>
  fields.replace(/\{([xy]):(-?[\d.]+):(-?[\d.]+)\}/g, (_, side: 'x' | 'y', from: string, to: string) =>
    (Number(from) + shares[side] * (Number(to) - Number(from))).toFixed(3),
  );

const placeIn = (target: Element, { clientX, clientY }: MouseEvent): { readonly x: number; readonly y: number } => {
  const { left, top, width, height } = target.getBoundingClientRect();
  return { x: (clientX - left) / width, y: (clientY - top) / height };
};

/**
 * Hears clicks on things in a drawing that stand for fields of the state (`data-set="cell=3"`, in link form, or
 * `data-set="across={x:-1:1}"` for where it was clicked). A shortcut for the pointer: each such field has a control of its own, which keyboards reach.
 */
export const usePick = (onPick: (fields: string) => void): MutableRef<HTMLDivElement | null> => {
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
    current?.addEventListener('click', pick);
    return () => current?.removeEventListener('click', pick);
  }, []);
  return root;
};
