import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import type { Discussion } from './claims.ts';

/** A claim of the discussion, with its sentence. */
export type BookClaim = CollectionEntry<'claims'>;

/** Who speaks in the discussion, and the questions that order the claims. */
export const getDiscussion = async (): Promise<Discussion> => {
  const entry = await getEntry('discussion', 'discussion');
  if (!entry) throw new Error('content/discussion.yaml is missing.');
  return entry.data;
};

/** All claims, in no order. */
export const getClaims = (): Promise<readonly BookClaim[]> => getCollection('claims');
