import { countWords, verdicts, type Tally, type Verdict } from './claims.ts';

/** The colour of each verdict, a token of tokens.css. */
export const verdictColours: Readonly<Record<Verdict, string>> = {
  holds: 'var(--ok)',
  'holds in part': 'var(--ink)',
  'does not hold': 'var(--warn)',
  open: 'var(--quiet)',
};

const outline = (more = ''): string =>
  `<rect x="1.75" y="1.75" width="12.5" height="12.5" rx="1.5" fill="none" stroke="currentColor" stroke-width="1.5"${more}/>`;

/** The mark of each verdict, told apart without colour: SVG in a box of 16 by 16. */
export const verdictMarks: Readonly<Record<Verdict, string>> = {
  holds: '<rect x="1" y="1" width="14" height="14" rx="2" fill="currentColor"/>',
  'holds in part': `${outline()}<path d="M2 14V3q0-1 1-1h11z" fill="currentColor"/>`,
  'does not hold': `${outline()}<path d="M5 5l6 6m0-6l-6 6" stroke="currentColor" stroke-width="1.75"/>`,
  open: outline(' stroke-dasharray="2.2 2.2"'),
};

const columns = 12;
const side = 40;
const gap = 8;

/** All claims as squares, verdict by verdict: what the card shows. One <svg> with a viewBox. */
export const tallyDrawing = (tally: Tally): string => {
  let y = 0;
  const rows = verdicts.map((verdict) => {
    const colour = verdictColours[verdict];
    const label = `<text x="0" y="${y + 34}" font-size="34" font-weight="600" fill="${colour}">${countWords(tally, verdict)}</text>`;
    const squares = Array.from({ length: tally[verdict] }, (_, i) => {
      const [left, top] = [(i % columns) * (side + gap), y + 50 + Math.floor(i / columns) * (side + gap)];
      const mark = verdictMarks[verdict].replaceAll('currentColor', colour);
      return `<g transform="translate(${left} ${top}) scale(${side / 16})">${mark}</g>`;
    });
    y += 50 + Math.ceil(tally[verdict] / columns) * (side + gap) + 26;
    return label + squares.join('');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${columns * (side + gap)} ${y}">${rows.join('')}</svg>`;
};
