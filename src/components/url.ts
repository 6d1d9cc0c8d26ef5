/** A path of this site ('/ten-numbers/') under the base it is served from. */
export const url = (path: string): string => import.meta.env.BASE_URL.replace(/\/$/, '') + path;

/** The same with its origin, for whoever reads it elsewhere: search engines, cards, citations. */
export const absolute = (path: string): string => new URL(url(path), import.meta.env.SITE).href;

/** Whether a link in the prose leads elsewhere in this site and so needs the base. */
export const isOwn = (href: string): boolean => href.startsWith('/') && !href.startsWith('//');
