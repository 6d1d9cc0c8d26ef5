/** Charts, what is laid off along their sides, and the marks in their fields. */
export * from './chart/field.ts';
export * from './chart/lines.tsx';
export * from './chart/marks.tsx';
export * from './chart/quantity.ts';
export * from './layout/chart.tsx';
export * from './layout/tick-row.tsx';
