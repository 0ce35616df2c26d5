/** How one record points at another in an answer; in a request it is the id, the code or a person's e-mail. */
export interface Reference {
  id: string;
  code: string | null;
  name: string;
}

export interface PersonReference extends Reference {
  code: null;
  /** Absent for people who were erased. */
  email?: string;
}

/** What every record carries. Instants are UTC ISO 8601, dates `YYYY-MM-DD`. */
export interface RecordBase {
  id: string;
  /** Rises by one with each change; the ETag of the record. */
  version: number;
  createdAt: string;
  createdBy: PersonReference | null;
  updatedAt: string;
}

export interface CodedRecord extends RecordBase {
  code: string;
}

export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  pageSize: number;
}

export const PAGE_SIZE_MAX = 200;
export const PAGE_SIZE_DEFAULT = 50;
/** Deeper pages are refused: nobody reads them, and they cost the database the rows before them. */
export const PAGE_MAX = 100_000;

/** A decimal string and an ISO 4217 currency: `{ "amount": "125000.00", "currency": "EUR" }`. */
export interface Money {
  amount: string;
  currency: string;
}
