import { needed, targets } from '../needed.ts';

// The page's entry. It is written so that browsers of 2018 can still read it, and tell them what they will
// not see.

const hasModuleWorkers = (): boolean => {
  let read = false;
  const options = {
    get type(): 'module' {
      read = true;
      return 'module';
    },
  };
  try {
    new Worker('data:text/javascript,', options).terminate();
  } catch {
    return false;
  }
  return read;
};

const has = (path: string): boolean => {
  let at: unknown = globalThis;
  for (const name of path.split('.')) {
    if (at === undefined || at === null) return false;
    at = (at as Record<string, unknown>)[name];
  }
  return at !== undefined;
};

const sayTooOld = (): void => {
  document.documentElement.classList.add('too-old');
  const { chrome, firefox, safari } = targets;
  const figures = document.querySelectorAll('[data-figure]');
  for (let i = 0; i < figures.length; i++) {
    const notice = document.createElement('p');
    notice.className = 'notice';
    notice.textContent =
      `This browser is older than a live figure needs (Chrome ${chrome}, Firefox ${firefox}, Safari ${safari}): ` +
      'you see the published result, and each state above is a page of its own.';
    const figure = figures[i] as Element;
    figure.insertBefore(notice, figure.firstChild);
  }
};

if (typeof globalThis !== 'undefined' && needed.every(has) && hasModuleWorkers()) void import('./wake.ts');
else sayTooOld();
