import { percent } from '../figures/kit/format.ts';
import { genomeUri } from '../figures/kit/genome-uri.ts';
import type { Emblems } from '../data/emblems.ts';

type History = Emblems['digits'][number]['history'];

/** Milliseconds that a generation stays. */
const pace = 420;
const pixels = 112;

interface Cell {
  readonly image: HTMLImageElement;
  readonly sure: Element;
  readonly history: History;
  /** What the page came with: sharper than what is drawn on the way. */
  readonly last: string;
}

const cellsOf = (figure: HTMLElement): readonly Cell[] =>
  [...figure.querySelectorAll<HTMLElement>('li[data-history]')].flatMap((item) => {
    const image = item.querySelector('img');
    const sure = item.querySelector('.sure');
    const history = JSON.parse(item.dataset['history'] ?? '[]') as History;
    return image && sure ? [{ image, sure, history, last: image.src }] : [];
  });

/** Shows all pictures as they were after a generation. */
const show = (cells: readonly Cell[], generation: number): void => {
  for (const { image, sure, history, last } of cells) {
    const step = history.findLast((one) => one.generation <= generation) ?? history[0];
    if (step === undefined) continue;
    image.src = step === history.at(-1) ? last : genomeUri(step.genome, pixels);
    sure.textContent = percent(step.confidence).replace('\u00a0', '\u202f');
  }
};

/**
 * Lets the pictures of a figure come about again, generation by generation: once when they come into view, and whenever the
 * button is pressed. Where less motion is wanted nothing plays, and each press shows one generation.
 */
export const playHistories = (figure: HTMLElement): void => {
  const cells = cellsOf(figure);
  const button = figure.querySelector('button');
  const words = figure.querySelector('.generation');
  const generations = [...new Set(cells.flatMap(({ history }) => history.map((step) => step.generation)))].sort(
    (a, b) => a - b,
  );
  if (!button || generations.length < 2) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let at = generations.length - 1;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const step = (): void => {
    at = (at + 1) % generations.length;
    show(cells, generations[at] ?? 0);
    if (words) words.textContent = ` Generation ${String(generations[at] ?? 0)}`;
  };
  const play = (): void => {
    step();
    timer = at < generations.length - 1 ? setTimeout(play, pace) : undefined;
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    if (calm.matches) return step();
    clearTimeout(timer);
    at = generations.length - 1;
    play();
  });
  const seen = new IntersectionObserver(([entry]) => {
    if (entry?.isIntersecting !== true) return;
    seen.disconnect();
    if (!calm.matches) timer = setTimeout(play, 2 * pace);
  });
  seen.observe(figure);
};
