import { Choice, inputValue, type ControlProps } from './choice.tsx';
import { EditPad } from './edit-pad.tsx';
import { FileDrop } from './file-drop.tsx';
import { InkPad } from './ink-pad.tsx';
import { PictureDrop } from './picture-drop.tsx';
import { SizeControl } from './size-control.tsx';
import { Slider } from './slider.tsx';
import { fieldsOf, offersOf, type AnyFigure, type AnyState, type Group } from '../contract/figure.ts';
import type { AnyParam, Params, StateOf } from '../contract/params.ts';
import { snap } from '../contract/params.ts';
import type { Size } from '../contract/size-param.ts';
import type { ReaderPicture } from '../../../data/picture.ts';
import { TextControl } from './text-control.tsx';
import type { Edits } from '../../../data/edits.ts';
import type { Ink } from '../../../data/ink.ts';

interface AnyControlProps extends ControlProps<unknown> {
  readonly param: AnyParam;
  /** Of a choice, the words that may be chosen now; all if not given. */
  readonly offers: readonly string[] | undefined;
  readonly state: AnyState;
}

const Control = ({ id, param, offers, state, value, onChange }: AnyControlProps) => {
  switch (param.kind) {
    case 'range':
      return <Slider id={id} field={param} unit={param.unit} value={value as number} onChange={onChange} />;
    case 'choice':
      return <Choice id={id} param={param} offers={offers} value={value as string} onChange={onChange} />;
    case 'size':
      return <SizeControl id={id} param={param} offers={offers} value={value as Size} onChange={onChange} />;
    case 'seed':
      return (
        <label class="control seed" for={id}>
          <span class="name">{param.label}</span>
          <input
            id={id}
            type="number"
            inputMode="numeric"
            min={0}
            max={param.max}
            value={value as number}
            onChange={(event) =>
              onChange(snap(Number(inputValue(event)) || 0, { min: 0, max: param.max, step: 1 }))
            }
          />
        </label>
      );
    case 'toggle':
      return (
        <label class="control toggle" for={id}>
          <input
            id={id}
            type="checkbox"
            checked={value as boolean}
            onChange={(event) => onChange(event.currentTarget.checked)}
          />
          <span class="name">{param.label}</span>
        </label>
      );
    case 'numbers': {
      const values = value as readonly number[];
      return (
        <div class="control numbers" role="group" aria-label={param.label}>
          {param.fields.map((field, i) => (
            <Slider
              id={`${id}-${i}`}
              field={field}
              value={values[i] ?? 0}
              onChange={(changed) => onChange(values.map((old, j) => (j === i ? changed : old)))}
            />
          ))}
        </div>
      );
    }
    case 'ink':
      return <InkPad label={param.label} value={value as Ink} onChange={onChange} />;
    case 'text':
      return <TextControl id={id} param={param} value={value as string} onChange={onChange} />;
    case 'edits':
      return (
        <EditPad
          label={param.label}
          ground={param.ground(state)}
          value={value as Edits}
          onChange={onChange}
        />
      );
    case 'picture':
      return <PictureDrop id={id} param={param} value={value as ReaderPicture | null} onChange={onChange} />;
    case 'files':
      return <FileDrop id={id} param={param} value={value as readonly File[]} onChange={onChange} />;
  }
};

export interface ControlsProps {
  readonly id: string;
  readonly figure: AnyFigure;
  readonly state: AnyState;
  readonly onChange: (patch: Partial<StateOf<Params>>) => void;
}

const Fields = ({
  id,
  figure,
  state,
  onChange,
  group,
}: ControlsProps & { readonly group: Group<AnyState> }) => (
  <>
    {fieldsOf(group, state).map((name) => {
      const param = figure.params[name];
      if (param === undefined) return null;
      return (
        <Control
          key={name}
          id={`${id}-${name}`}
          param={param}
          offers={offersOf(group, name, state)}
          state={state}
          value={state[name]}
          onChange={(value) => onChange({ [name]: value } as Partial<AnyState>)}
        />
      );
    })}
  </>
);

/** All controls of a figure: native inputs, one fieldset a group; quiet groups are folded. */
export const Controls = (props: ControlsProps) => (
  <div class="controls">
    {props.figure.groups
      .filter((group) => group.when === undefined || group.when(props.state))
      .map((group) =>
        group.quiet === true ? (
          <details key={group.legend} class="group">
            <summary>{group.legend}</summary>
            <div class="fields" role="group" aria-label={group.legend}>
              <Fields {...props} group={group} />
            </div>
          </details>
        ) : (
          <fieldset key={group.legend} class="group">
            <legend>{group.legend}</legend>
            <div class="fields">
              <Fields {...props} group={group} />
            </div>
          </fieldset>
        ),
      )}
  </div>
);
