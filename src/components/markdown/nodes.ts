/** The little that our plugins need to know of a syntax tree's node, be it mdast or hast. */
export interface Node {
  type: string;
  name?: string | null;
  value?: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  attributes?: readonly unknown[];
  children?: Node[];
}
