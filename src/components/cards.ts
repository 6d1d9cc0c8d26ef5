import { card, type Card } from '../nets/card.ts';
import { downloadSize, registry } from '../nets/registry.ts';

/** A net as its page shows it. */
export interface ModelCard extends Card {
  /** Where the net comes from if it does not travel with the site. */
  readonly address?: string;
}

const shipped = import.meta.glob('/public/models/*/card.json', { import: 'default', eager: true });

/** The cards of all nets, those that ship in alphabetical order, then those that are loaded on demand. */
export const modelCards: readonly ModelCard[] = [
  ...Object.entries(shipped)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, found]) => card.parse(found)),
  ...Object.entries(registry).flatMap(([id, entry]) =>
    entry.onDemand === undefined
      ? []
      : [
          {
            ...entry.onDemand.card,
            id,
            title: entry.title,
            bytes: downloadSize(entry),
            files: entry.files,
            address: entry.onDemand.address,
          },
        ],
  ),
];
