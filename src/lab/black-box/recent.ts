/** How often something held, the last few times. */
export interface Recent {
  readonly add: (holds: boolean) => void;
  /** The share of them; undefined until there are enough. */
  readonly share: () => number | undefined;
  readonly clear: () => void;
}

/** Keeps the last `count` outcomes. */
export const recent = (count: number): Recent => {
  let kept: readonly boolean[] = [];
  return {
    add: (holds) => (kept = [...kept, holds].slice(-count)),
    share: () => (kept.length < count ? undefined : kept.filter(Boolean).length / count),
    clear: () => (kept = []),
  };
};
