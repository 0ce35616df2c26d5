import type { PersonReference, RecordBase, Reference } from '../records/record';

export interface Constituency {
  id: string;
  key: string;
  name: string;
  isIt: boolean;
}
export interface Seat {
  id: string;
  constituency: string;
  holder: PersonReference | null;
  termEndsOn: string | null;
}
export interface Board extends RecordBase {
  name: string;
  founding: boolean;
  secretary: PersonReference | null;
  constituencies: Constituency[];
  seats: Seat[];
  /** After its first decision a board changes only by its own decision. */
  settled: boolean;
}
/** PUT /boards/{id}/seats */
export interface PutSeats {
  seats: { constituency: string; holder: string | null; termEndsOn?: string | null }[];
}
/** PATCH /boards/{id} */
export interface BoardChanges {
  name?: string;
  secretary?: string | null;
}
export type BoardReference = Reference;
