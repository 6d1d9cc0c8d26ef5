import { useEffect, useRef, useState } from 'preact/hooks';
import type { ControlProps } from './choice.tsx';
import type { TextParam } from '../contract/params.ts';

/** Milliseconds without a key after which what was typed counts. */
const pause = 600;

/**
 * A line or a few of the reader's own words; they count once typing pauses, and at once when the field is
 * left.
 */
export const TextControl = ({
  id,
  param,
  value,
  onChange,
}: ControlProps<string> & { readonly param: TextParam }) => {
  const [draft, setDraft] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => setDraft(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const settle = (text: string): void => {
    clearTimeout(timer.current);
    if (text !== value) onChange(text);
  };
  const type = (text: string): void => {
    setDraft(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => settle(text), pause);
  };
  const common = {
    id,
    maxLength: param.maxLength,
    autocomplete: 'off',
    spellcheck: false,
    value: draft,
    onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      type(currentTarget.value),
    onBlur: () => settle(draft),
  };
  return (
    <label class="control text" for={id}>
      <span class="name">{param.label}</span>
      {param.lines === undefined ? (
        <input type="text" {...common} />
      ) : (
        <textarea rows={param.lines} {...common} />
      )}
    </label>
  );
};
