import type { TargetedEvent } from 'preact';
import type { ChoiceParam } from '../contract/params.ts';

/** What every control is given. */
export interface ControlProps<T> {
  readonly id: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** What a control's event carries. */
export const inputValue = (event: TargetedEvent<HTMLInputElement | HTMLSelectElement>): string =>
  event.currentTarget.value;

export interface ChoiceProps extends ControlProps<string> {
  readonly param: ChoiceParam<string>;
  /** The words that may be chosen now, of which the first stands for one that may not; all if not given. */
  readonly offers: readonly string[] | undefined;
}

/** One of a few words: radio buttons for up to four, else a list. */
export const Choice = ({ id, param, offers, value: wanted, onChange }: ChoiceProps) => {
  const options = Object.entries(param.options).filter(([word]) => offers?.includes(word) ?? true);
  const value = options.some(([word]) => word === wanted) ? wanted : (offers?.[0] ?? wanted);
  if (options.length > 4)
    return (
      <label class="control" for={id}>
        <span class="name">{param.label}</span>
        <select id={id} value={value} onChange={(event) => onChange(inputValue(event))}>
          {options.map(([word, label]) => (
            <option value={word}>{label}</option>
          ))}
        </select>
      </label>
    );
  return (
    <div class="control choice" role="radiogroup" aria-labelledby={`${id}-name`}>
      <span class="name" id={`${id}-name`}>
        {param.label}
      </span>
      <span class="options">
        {options.map(([word, label]) => (
          <label>
            <input
              type="radio"
              name={id}
              value={word}
              checked={value === word}
              onChange={() => onChange(word)}
            />
            <span>{label}</span>
          </label>
        ))}
      </span>
    </div>
  );
};
