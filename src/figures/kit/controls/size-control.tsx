import { choice } from '../contract/params.ts';
import { sizeOn, type Size, type SizeParam } from '../contract/size-param.ts';
import { Choice, type ControlProps } from './choice.tsx';
import { Slider } from './slider.tsx';

export interface SizeControlProps extends ControlProps<Size> {
  readonly param: SizeParam;
  /** Ids of the scales that may be chosen now; all if not given. */
  readonly offers: readonly string[] | undefined;
}

/** How a change is measured, where there are several ways, and how far it may go. */
export const SizeControl = ({ id, param, offers, value, onChange }: SizeControlProps) => {
  const offered = Object.keys(param.scales).filter((scale) => offers?.includes(scale) ?? true);
  const { scale, amount } = sizeOn(param, value, offers);
  const measures = offered.flatMap((name) => {
    const one = param.scales[name];
    return one ? [[one.ball, one.measured] as const] : [];
  });
  const usual = (wanted: string): Size => {
    const { ball, radius } = sizeOn(
      param,
      undefined,
      offered.filter((name) => param.scales[name]?.ball === wanted),
    );
    return { ball, radius };
  };
  return (
    <>
      {measures.length > 1 && (
        <Choice
          id={`${id}-ball`}
          param={choice({ label: param.label, options: Object.fromEntries(measures), default: scale.ball })}
          offers={undefined}
          value={scale.ball}
          onChange={(ball) => onChange(usual(ball))}
        />
      )}
      {scale.open !== true && (
        <Slider
          id={id}
          field={scale}
          unit={scale.per === 1 ? '' : `/ ${scale.per}`}
          value={amount}
          onChange={(moved) => onChange({ ball: scale.ball, radius: moved / scale.per })}
        />
      )}
    </>
  );
};
