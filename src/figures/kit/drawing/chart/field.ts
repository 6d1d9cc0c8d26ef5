/** Where a chart's field lies and where values stand in it. */
export interface Field {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  /** Room right of it for the names of lines, in pixels: longer names break. */
  readonly labels: number;
  px(value: number): number;
  py(value: number): number;
}
