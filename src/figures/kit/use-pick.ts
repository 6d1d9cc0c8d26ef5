import { useEffect, useRef, type MutableRef } from 'preact/hooks';

/**
 * Hears clicks on things in a drawing that stand for fields of the state (`data-set="cell=3"`, in link form). A shortcut for the
 * pointer: each such field has a control of its own, which keyboards reach.
 */
export const usePick = (onPick: (fields: string) => void): MutableRef<HTMLDivElement | null> => {
  const root = useRef<HTMLDivElement>(null);
  const latest = useRef(onPick);
  latest.current = onPick;
  useEffect(() => {
    const { current } = root;
    const pick = ({ target }: MouseEvent): void => {
      const fields = (target as Element).closest('[data-set]')?.getAttribute('data-set');
      if (fields) latest.current(fields);
    };
    current?.addEventListener('click', pick);
    return () => current?.removeEventListener('click', pick);
  }, []);
  return root;
};
