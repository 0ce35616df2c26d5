/** The conditions of a list with their parameters, which grow together; whatever is not asked for is left out. */
export class Filters {
  readonly where: string[];
  readonly params: unknown[] = [];

  /** `always` are conditions without a value of their own. */
  constructor(...always: string[]) {
    this.where = always;
  }

  /** Adds the condition unless the value is missing, empty or false; `sql` is told the parameter that stands for it. */
  given(value: unknown, sql: (at: string) => string): this {
    if (value !== undefined && value !== null && value !== '' && value !== false)
      this.where.push(sql(`$${this.params.push(value)}`));
    return this;
  }
}
