/** Something that is done, or left to a human. */
export interface Step {
  /** In the content folder. */
  file: string;
  /** From 1: of a change before it, of a note after all changes; undefined for a whole file. */
  line: number | undefined;
  what: string;
}
