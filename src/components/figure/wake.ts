import type { FigureData } from './data.ts';
import type { LiveHandle } from './hydrate.tsx';

/** Figures that are alive or on their way, by their root; starting one twice is the same as once. */
const live = new Map<HTMLElement, Promise<LiveHandle | undefined>>();

const notLoaded =
  'The live figure could not be loaded and the published result is shown; check the connection. ';
const broken = 'The live figure failed and the published result is shown; your settings are kept. ';

const sayFailed = (root: HTMLElement, sentence: string): void => {
  const notice = document.createElement('p');
  notice.className = 'notice failure';
  notice.setAttribute('role', 'alert');
  notice.textContent = sentence;
  const retry = document.createElement('button');
  retry.type = 'button';
  retry.textContent = 'Try again';
  retry.addEventListener('click', () => {
    notice.remove();
    live.delete(root);
    void start(root);
  });
  notice.append(retry);
  root.append(notice);
};

const load = async (root: HTMLElement): Promise<LiveHandle | undefined> => {
  const slug = root.dataset['figure'] ?? '';
  const text = root.parentElement?.querySelector('script.figure-data')?.textContent ?? '';
  const published = [...root.childNodes].map((node) => node.cloneNode(true));
  const fail = (error: unknown, sentence: string): void => {
    console.error(error);
    root.replaceChildren(...published);
    sayFailed(root, sentence);
  };
  try {
    const [{ hydrateFigure }, { loadFigure }] = await Promise.all([
      import('./hydrate.tsx'),
      import('../../figures/registry.ts'),
    ]);
    const figure = await loadFigure(slug);
    return hydrateFigure(root, figure, JSON.parse(text) as FigureData, (error) => fail(error, broken));
  } catch (error) {
    fail(error, notLoaded);
    return undefined;
  }
};

const start = (root: HTMLElement): Promise<LiveHandle | undefined> => {
  const running = live.get(root) ?? load(root);
  live.set(root, running);
  return running;
};

/** A link in the prose that sets a figure's state: the figure comes into view and shows it. */
const follow = (event: MouseEvent): void => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
    return;
  const link = (event.target as Element).closest<HTMLElement>('a[data-figure-link]');
  const root =
    link && document.querySelector<HTMLElement>(`[data-figure="${link.dataset['figureLink'] ?? ''}"]`);
  if (!link || !root) return;
  event.preventDefault();
  const figure = root.closest('figure') ?? root;
  // An entry of its own, so that Back returns to the line that was being read.
  history.pushState(null, '', `#${figure.id}`);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  figure.scrollIntoView({ behavior: calm ? 'instant' : 'smooth', block: 'start' });
  void start(root).then((handle) => handle?.setState(link.dataset['state'] ?? ''));
};

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      void start(target as HTMLElement);
    }
  },
  { rootMargin: '100% 0px' },
);

for (const root of document.querySelectorAll('[data-figure]')) near.observe(root);
document.addEventListener('click', follow);
