import type { Home } from '../../figures/kit/live/tools.tsx';
import type { Published } from '../../figures/kit/contract/published.ts';

/** What a page hands from the rendered figure to the live one. */
export interface FigureData {
  readonly id: string;
  /** The rendered state, in link form. */
  readonly link: string;
  /** Its last frame, as `encodeFrame` writes it. */
  readonly frame: string;
  readonly published: readonly Published[];
  readonly home: Home;
  /**
   * Path of the page whose address carries the figure's state; null in an article, where the tab remembers
   * it.
   */
  readonly page: string | null;
}
