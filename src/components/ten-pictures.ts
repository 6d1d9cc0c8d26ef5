import { genomeUri } from '../figures/kit/drawing/genome-uri.ts';
import type { Emblems } from '../data/emblems.ts';

type History = Emblems['digits'][number]['history'];

/** Milliseconds that a generation stays. */
const pace = 420;
const pixels = 112;

/**
 * How sure a net is, in percent with three decimals and never rounded up: always as wide, so that nothing
 * moves while it counts, and true of ‘at least’.
 */
export const sureText = (confidence: number): string => (Math.floor(confidence * 1e5) / 1e3).toFixed(3);

/** How sure a net is of the picture that it is least sure of. */
export const leastOf = (pictures: readonly { readonly confidence: number }[]): number =>
  Math.min(...pictures.map(({ confidence }) => confidence));

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
    const sure = item.querySelector('.figures');
    const history = JSON.parse(item.dataset['history'] ?? '[]') as History;
    return image && sure ? [{ image, sure, history, last: image.src }] : [];
  });

const write = (element: Element | null, text: string): void => {
  if (element) element.textContent = text;
};

/** Shows all pictures as they were after a generation; what the page says of them is true of those. */
const show = (figure: HTMLElement, cells: readonly Cell[], generation: number): void => {
  const steps = cells.flatMap(({ image, sure, history, last }) => {
    const step = history.findLast((one) => one.generation <= generation) ?? history[0];
    if (step === undefined) return [];
    image.src = step === history.at(-1) ? last : genomeUri(step.genome, pixels);
    write(sure, sureText(step.confidence));
    return [step];
  });
  write(figure.querySelector('.least'), `${sureText(leastOf(steps))}\u202f%`);
  write(figure.querySelector('.generation'), String(generation));
};

/**
 * Lets the pictures of a figure come about again, generation by generation: once when they come into view,
 * and whenever the button is pressed. Where less motion is wanted nothing plays, and each press shows one
 * generation.
 */
export const playHistories = (figure: HTMLElement): void => {
  const cells = cellsOf(figure);
  const button = figure.querySelector('button');
  const generations = [
    ...new Set(cells.flatMap(({ history }) => history.map((step) => step.generation))),
  ].sort((a, b) => a - b);
  if (!button || generations.length < 2) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let at = generations.length - 1;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const step = (): void => {
    at = (at + 1) % generations.length;
    show(figure, cells, generations[at] ?? 0);
  };
  const play = (): void => {
    step();
    timer = at < generations.length - 1 ? setTimeout(play, pace) : undefined;
  };
  figure.dataset['alive'] = '';
  if (calm.matches) button.textContent = 'Step through the generations';
  button.addEventListener('click', () => {
    if (calm.matches) {
      step();
      return;
    }
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
