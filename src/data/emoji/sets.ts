/** An open set of emoji, by the package @iconify-json/<id> that holds its art. */
export type SetId = (typeof setIds)[number];

/** The sets at hand, of seven hands: Noto and EmojiOne were each drawn twice. */
export const setIds = [
  'noto',
  'noto-v1',
  'twemoji',
  'openmoji',
  'fluent-emoji-flat',
  'emojione',
  'emojione-v1',
  'fxemoji',
] as const;

/**
 * The set that no net is ever trained on. Its artists drew no other of the sets, and no set among the rest is
 * an earlier or later edition of it.
 */
export const heldOut = 'twemoji' satisfies SetId;

/** The sets that nets are trained on. */
export const seenSets: readonly SetId[] = setIds.filter((id) => id !== heldOut);
