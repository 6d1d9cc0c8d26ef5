import { inputValue, type ControlProps } from './choice.tsx';
import { snap, type NumberField } from '../contract/params.ts';

const shown = (value: number): string => String(value).replace('-', '−');

/** A value with its unit as it is written: degrees and factors close up, all else after a space. */
const withUnit = (value: number, unit: string): string =>
  `${shown(value)}${/^[°×]?$/.test(unit) ? '' : '\u202f'}${unit.trim()}`;

/** A labelled slider with its value; the value never changes the width of the row. */
export const Slider = ({
  id,
  field,
  unit = '',
  value,
  onChange,
}: ControlProps<number> & { readonly field: NumberField; readonly unit?: string }) => (
  <label class="control slider" for={id}>
    <span class="name">{field.label}</span>
    <input
      id={id}
      type="range"
      min={field.min}
      max={field.max}
      step={field.step}
      value={value}
      aria-valuetext={withUnit(value, unit)}
      onInput={(event) => onChange(snap(Number(inputValue(event)), field))}
    />
    <output for={id} class="value">
      {withUnit(value, unit)}
    </output>
  </label>
);
