import type { AnyState, AnyView } from '../contract/figure.ts';

export interface StagesProps {
  readonly view: AnyView;
  readonly id: string;
  readonly state: AnyState;
  readonly frame: unknown;
}

/** The drawing in both of its widths, of which the page's style shows the one that fits. */
export const Stages = ({ view: View, id, state, frame }: StagesProps) => (
  <>
    {(['wide', 'narrow'] as const).map((layout) => (
      <div key={layout} class={`stage ${layout}`}>
        <View state={state} frame={frame} layout={layout} id={`${id}-${layout}`} />
      </div>
    ))}
  </>
);
