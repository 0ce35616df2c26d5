/** Something that can be picked: a person, KPI, principle, system … */
export interface ReferenceOption {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  /** A second line: the unit of a person, the owner of a KPI. */
  readonly detail?: string;
}
export type SearchReferences = (text: string) => Promise<readonly ReferenceOption[]>;
