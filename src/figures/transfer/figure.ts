import { defineFigure } from '../kit/contract/figure.ts';
import type { TransferFrame } from './frame.ts';
import { tableNetIds } from '../kit/words/digit-nets.ts';
import { groups, params, presets, sourcesOf, type TransferState } from './params.ts';
import { carriedOver, cellOf, describe, table } from './words.ts';

/** Pictures made to fool one net, shown to all of them. */
export default defineFigure<typeof params, TransferFrame>({
  slug: 'transfer',
  version: 1,
  title: 'Made for one net, shown to another',
  article: 'without-the-weights',
  width: 'wide',
  params,
  groups,
  presets,
  shows: ['source', 'shownTo'],
  verb: 'Make and show them',
  steps: { name: 'source', count: (state) => sourcesOf(state).length },
  describe,
  table,
  outcome: (state: TransferState, frame) => ({
    'carried over': carriedOver(state, frame)?.rate ?? 0,
    own:
      tableNetIds.reduce((sum, id) => sum + (cellOf(state, frame, id, id)?.rate ?? 0), 0) /
      tableNetIds.length,
    chance:
      tableNetIds.reduce((sum, id) => sum + (cellOf(state, frame, 'chance', id)?.rate ?? 0), 0) /
      tableNetIds.length,
    shown: cellOf(state, frame, state.source, state.shownTo)?.rate ?? 0,
    'by chance': cellOf(state, frame, 'chance', state.shownTo)?.rate ?? 0,
  }),
  // Three pictures of thirty, one of ten: the last bit may decide single pictures.
  tolerance: 0.1,
});
