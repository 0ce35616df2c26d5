/** An answer that PostgreSQL has written as JSON: it is sent as it is, and never becomes an object in between. */
export class JsonText<T> {
  /** Only the type knows what the text holds. */
  declare readonly holds: T;

  /** The version goes into the `ETag`, the id into the `Location` of what was created. */
  constructor(
    readonly text: string,
    readonly version?: number,
    readonly id?: string,
  ) {}

  /** The object after all, for whoever works with it. */
  read(): T {
    return JSON.parse(this.text) as T;
  }
}

/** What a handler returns: its type says what the client reads, which is where the description of the API reads it too. */
export function sentAs<T>(answer: JsonText<T>): T {
  return answer as unknown as T;
}

/** One page of a list whose items PostgreSQL has written. */
export function pageText<T>(page: {
  items: string;
  total: number;
  page: number;
  pageSize: number;
}): JsonText<{ items: T[]; total: number; page: number; pageSize: number }> {
  return new JsonText(`{"items":${page.items},"total":${page.total},"page":${page.page},"pageSize":${page.pageSize}}`);
}
