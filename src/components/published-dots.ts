/**
 * Says what the dots of the plot are: those under the pointer or the finger, a few where they overlap, or the
 * one in focus, between which the arrow keys move. Without this file each is a plain link with a title.
 */
const reach = 12;

const centre = (dot: SVGAElement): readonly [number, number] => {
  const { left, right, top, bottom } = (dot.lastElementChild ?? dot).getBoundingClientRect();
  return [(left + right) / 2, (top + bottom) / 2];
};

const near = (dots: readonly SVGAElement[], x: number, y: number): readonly SVGAElement[] =>
  dots
    .map((dot) => ({ dot, away: Math.hypot(centre(dot)[0] - x, centre(dot)[1] - y) }))
    .filter(({ away }) => away <= reach)
    .sort((a, b) => a.away - b.away)
    .map(({ dot }) => dot);

const linkTo = (dot: SVGAElement): HTMLLIElement => {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = dot.href.baseVal;
  link.textContent = dot.getAttribute('aria-label');
  item.append(link);
  return item;
};

const attach = (plot: SVGSVGElement, list: HTMLElement): void => {
  const dots = [...plot.querySelectorAll<SVGAElement>('a[data-dot]')];
  const told = (found: readonly SVGAElement[]): void => {
    if (found.length > 0) list.replaceChildren(...found.map(linkTo));
  };
  const tab = (chosen: SVGAElement | undefined): void => {
    for (const dot of dots) dot.setAttribute('tabindex', dot === chosen ? '0' : '-1');
  };
  tab(dots[0]);
  let touched = false;
  plot.addEventListener('pointermove', ({ clientX, clientY }) => told(near(dots, clientX, clientY)));
  plot.addEventListener('pointerdown', ({ clientX, clientY, pointerType }) => {
    touched = pointerType === 'touch';
    told(near(dots, clientX, clientY));
  });
  // A finger cannot hover: its touch names the dots, and the names lead on.
  plot.addEventListener('click', (event) => {
    if (touched) event.preventDefault();
  });
  for (const [i, dot] of dots.entries()) {
    dot.addEventListener('focus', () => {
      tab(dot);
      if (!touched) told([dot]);
    });
    dot.addEventListener('keydown', (event) => {
      touched = false;
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      dots[(i + step + dots.length) % dots.length]?.focus();
    });
  }
};

for (const figure of document.querySelectorAll('.compared')) {
  const list = figure.querySelector<HTMLElement>('.dots');
  if (!list) continue;
  list.hidden = false;
  for (const plot of figure.querySelectorAll('svg')) attach(plot, list);
}
