/** What drawings are made of: words, pictures, tables, beliefs, plots, and marks for plots. */
export * from './belief-bars.tsx';
export * from './layout/answers.tsx';
export * from './layout/label.tsx';
export * from './layout/beliefs.tsx';
export * from './layout/pictures.tsx';
export * from './layout/piece.tsx';
export * from './layout/plot.tsx';
export * from './layout/table.tsx';
export * from './layout/text.tsx';
export * from './layout/triptych.tsx';
export * from './layout/type.ts';
export * from './layout/view.tsx';
export * from './marks.tsx';
export * from './pixels.tsx';
export * from './signed.ts';
