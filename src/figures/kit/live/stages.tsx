import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AnyState, AnyView } from '../contract/figure.ts';
import { Drawing, stillWidths } from '../drawing/layout/view.tsx';

export interface StagesProps {
  readonly view: AnyView;
  readonly id: string;
  readonly state: AnyState;
  readonly frame: unknown;
}

/** The width in pixels that the page gives to an element; undefined as long as the page is not alive. */
const useWidth = (element: RefObject<HTMLElement>): number | undefined => {
  const [width, setWidth] = useState<number>();
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const measure = (): void => setWidth(Math.round(current.clientWidth) || undefined);
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    measure();
    return () => observer.disconnect();
  }, [element]);
  return width;
};

/**
 * The drawing: still, in two widths, of which the page's style shows the one that fits; alive, in the width
 * that there is.
 */
export const Stages = ({ view, id, state, frame }: StagesProps) => {
  const room = useRef<HTMLDivElement>(null);
  const width = useWidth(room);
  return (
    <div class="stages" ref={room}>
      {width === undefined ? (
        Object.entries(stillWidths).map(([layout, still]) => (
          <div key={layout} class={`stage ${layout}`}>
            <Drawing view={view} state={state} frame={frame} width={still} id={`${id}-${layout}`} />
          </div>
        ))
      ) : (
        <div key="alive" class="stage">
          <Drawing view={view} state={state} frame={frame} width={width} id={`${id}-alive`} />
        </div>
      )}
    </div>
  );
};
