/** Scrolls a figure's drawing into the window where it is out of it; at once for those who want no motion. */
export const bringInSight = (root: Element | null, calm: boolean): void => {
  const drawn = [...(root?.querySelectorAll('.stage') ?? [])].find(
    (stage) => stage.getClientRects().length > 0,
  );
  drawn?.scrollIntoView({ behavior: calm ? 'instant' : 'smooth', block: 'nearest' });
};
