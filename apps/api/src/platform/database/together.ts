import pg, { type ClientBase, type Connection, type QueryResultRow, type Submittable } from 'pg';

/** A statement of constant text; its name stands for the text, and belongs to it alone. */
export interface Statement {
  name: string;
  text: string;
  /** As PostgreSQL reads them: text that it converts itself. */
  values?: readonly (string | null)[];
}

export interface StatementAnswer<Row extends QueryResultRow = QueryResultRow> {
  /** What was done: `SELECT`, `COMMIT`, and `ROLLBACK` where a commit found a transaction that had failed. */
  command: string;
  rows: Row[];
}

/**
 * Sends statements one behind the other and waits once for all of their answers: one way to PostgreSQL and back instead
 * of one for each, and one packet each way. They run in their order; after one that fails none is run, and its error is
 * the one that is thrown.
 */
export function together(client: ClientBase, statements: readonly Statement[]): Promise<StatementAnswer[]> {
  return new Promise((resolve, reject) => {
    client.query(new Together(statements, (error, answers) => (error ? reject(error) : resolve(answers ?? []))));
  });
}

/** What node-postgres sends on a connection, which its types tell in part. */
interface Wire {
  stream: { cork(): void; uncork(): void };
  parsedStatements: Record<string, string | undefined>;
  parse(statement: { name: string; text: string }): void;
  bind(portal: { statement: string; values: readonly (string | null)[] }): void;
  describe(portal: { type: 'P'; name: string }): void;
  execute(portal: object): void;
  sync(): void;
}

/** node-postgres collects the rows of one answer in this, and its types tell only what comes out. */
interface Collected extends StatementAnswer {
  addFields(fields: unknown): void;
  parseRow(values: unknown): QueryResultRow;
  addCommandComplete(message: unknown): void;
}

/** What the client of node-postgres gives a connection to and tells every message that answers it. */
class Together implements Submittable {
  private readonly answers: Collected[] = [];
  private collected = collector();
  /** What went wrong in reading a row: told when PostgreSQL is done, since the connection is in the middle of it. */
  private unreadable: Error | null = null;

  constructor(
    private readonly statements: readonly Statement[],
    /** node-postgres puts another one here, which also ends its time limit. */
    public callback: (error: Error | null, answers?: StatementAnswer[]) => void,
  ) {}

  /** The statement whose messages arrive: the client keeps these two when PostgreSQL has prepared it. */
  get name(): string | undefined {
    return this.statements[this.answers.length]?.name;
  }

  get text(): string | undefined {
    return this.statements[this.answers.length]?.text;
  }

  submit(connection: Connection): void {
    const wire = connection as unknown as Wire;
    const prepared = new Set<string>();
    wire.stream.cork();
    for (const { name, text, values = [] } of this.statements) {
      if (wire.parsedStatements[name] === undefined && !prepared.has(name)) wire.parse({ name, text });
      prepared.add(name);
      wire.bind({ statement: name, values });
      wire.describe({ type: 'P', name: '' });
      wire.execute({});
    }
    wire.sync();
    wire.stream.uncork();
  }

  handleRowDescription({ fields }: { fields: unknown }): void {
    this.collected.addFields(fields);
  }

  handleDataRow({ fields }: { fields: unknown }): void {
    try {
      this.collected.rows.push(this.collected.parseRow(fields));
    } catch (error) {
      this.unreadable ??= error as Error;
    }
  }

  handleCommandComplete(message: unknown): void {
    this.collected.addCommandComplete(message);
    this.answers.push(this.collected);
    this.collected = collector();
  }

  handleError(error: Error): void {
    this.callback(error);
  }

  handleReadyForQuery(): void {
    this.callback(this.unreadable, this.answers);
  }
}

function collector(): Collected {
  return new pg.Result('', pg.types) as unknown as Collected;
}
