/** 2026-11-22 as ‘22 November 2026’. */
export const longDate = (date: Date): string =>
  date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** 2026-11-22. */
export const isoDate = (date: Date): string => date.toISOString().slice(0, 10);
