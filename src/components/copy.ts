import { copyText } from '../figures/kit/live/copy-text.ts';

/**
 * Makes every [data-copy] button copy the text of the element it names, and say so. Without it they stay
 * hidden.
 */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const label = button.textContent;
  const say = (text: string) => {
    button.textContent = text;
    setTimeout(() => (button.textContent = label), 2000);
  };
  button.setAttribute('aria-live', 'polite');
  button.hidden = false;
  button.addEventListener('click', () => {
    const source = document.getElementById(button.dataset['copy'] ?? '');
    if (!source) return;
    void copyText(source.textContent.trim()).then((copied) => {
      if (copied) return say('Copied');
      // The clipboard may be refused; then the text is selected, and the reader's own keys copy it.
      getSelection()?.selectAllChildren(source);
      say('Selected: copy it');
    });
  });
}
