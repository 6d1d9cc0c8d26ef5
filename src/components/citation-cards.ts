/**
 * Shows the reference behind a citation beside it, on hover, on focus and on touch. The card can be pointed
 * at, stays until the pointer or the focus leaves both, and Escape puts it away. Without this file a citation
 * is a plain link into the list of references.
 */
const card = document.createElement('div');
card.className = 'card';
card.popover = 'manual';

/** Where there are no popovers a citation stays a link. */
const possible = 'showPopover' in card;

let owner: HTMLAnchorElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

const later = (action: () => void, milliseconds: number) => {
  clearTimeout(timer);
  timer = setTimeout(action, milliseconds);
};

const hide = () => {
  clearTimeout(timer);
  owner = undefined;
  if (card.isConnected) card.hidePopover();
};

const show = (link: HTMLAnchorElement) => {
  clearTimeout(timer);
  const entry = document.getElementById(link.hash.slice(1))?.querySelector('.work');
  if (!possible || !entry || owner === link) return;
  hide();
  owner = link;
  card.replaceChildren(...entry.cloneNode(true).childNodes);
  // After the link, so that Tab goes from the citation into its card.
  link.after(card);
  card.showPopover();
  const box = link.getBoundingClientRect();
  const line = link.getClientRects()[0] ?? box;
  const { offsetWidth: width, offsetHeight: height } = card;
  const left = Math.max(16, Math.min(line.left, document.documentElement.clientWidth - width - 16));
  // Above the citation, where the text has been read already; below only where there is no room.
  const below = box.top < height + 16;
  card.style.setProperty('--left', `${left + scrollX}px`);
  card.style.setProperty('--top', `${scrollY + (below ? box.bottom + 6 : box.top - height - 6)}px`);
};

const linkOf = (target: EventTarget | null): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a.cite') : null;
const inside = (target: EventTarget | null): boolean =>
  target instanceof Node && (card.contains(target) || (owner?.contains(target) ?? false));

document.addEventListener('pointerover', (event) => {
  if (event.pointerType !== 'mouse') return;
  const link = linkOf(event.target);
  if (link) later(() => show(link), 120);
  else if (inside(event.target)) clearTimeout(timer);
  else if (!card.contains(document.activeElement)) later(hide, 250);
});
document.addEventListener('focusin', (event) => {
  const link = linkOf(event.target);
  if (link?.matches(':focus-visible')) show(link);
  else if (!inside(event.target)) hide();
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !owner) return;
  if (card.contains(document.activeElement)) owner.focus();
  hide();
});
document.addEventListener('click', (event) => {
  const link = linkOf(event.target);
  const byTouch = event instanceof PointerEvent && event.pointerType === 'touch';
  if (possible && link && byTouch && owner !== link) {
    event.preventDefault();
    show(link);
  } else if (!inside(event.target)) {
    hide();
  }
});
