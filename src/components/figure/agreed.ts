import { readSession, writeSession } from './session.ts';

const key = 'agreed';

/** Downloads agreed to on this page: all that there is where the tab's storage is switched off. */
const here = new Set<string>();

/** Ids of the nets whose download the reader has agreed to in this tab. */
export const agreed = (): readonly string[] => [
  ...new Set([...here, ...(readSession(key)?.split(' ') ?? [])]),
];

/** Keeps for this tab that the reader agrees to the download of a net. */
export const agree = (id: string): void => {
  here.add(id);
  writeSession(key, agreed().join(' '));
};
