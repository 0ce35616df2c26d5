import { Readable } from 'node:stream';
import type { Page, PersonReference } from '@sightline/contracts';
import { Injectable, StreamableFile } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.service';
import { Snapshots } from '../platform/database/snapshots';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { csvHeading, csvLine, type CsvRow } from '../platform/files/csv-lines';
import { newId } from '../platform/records/new-id';

export const CSV_TYPE = 'text/csv';

/** Name of a column → what it says of a record. */
export type Cells<T> = Readonly<Record<string, (record: T) => string | number | boolean | null | undefined>>;

export interface FileStatement {
  columns: readonly string[];
  sql: string;
  parameters: unknown[];
}

/** All that a request for a list asks for, on one page. */
export const WHOLE = { page: 1, pageSize: 1_000_000 };

/** What a reader may see of a register, as a file (API.md, /exports/{register}.csv); each is an event of the trail. */
@Injectable()
export class RegisterExports {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly work: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** Of a register that a page of memory holds whole. */
  async csv<T>(register: string, cells: Cells<T>, { items }: Page<T>): Promise<StreamableFile> {
    const columns = Object.keys(cells);
    const rowOf = (item: T): CsvRow =>
      Object.fromEntries(Object.entries(cells).map(([column, say]) => [column, textOf(say(item))]));
    const lines = items.map((item) => csvLine(columns, rowOf(item)));
    const name = await this.record(register);
    return fileOf(name, Readable.from([csvHeading(columns), ...lines]));
  }

  /** Of a register of any size, as it is read: the statement answers these columns as texts. */
  async streamed(register: string, { columns, sql, parameters }: FileStatement): Promise<StreamableFile> {
    const snapshot = await this.snapshots.open();
    const name = await this.record(register).catch(async (error: unknown) => {
      await snapshot.close();
      throw error;
    });
    const stream = Readable.from(linesOf(columns, snapshot.batches<CsvRow>(sql, parameters)));
    // Also when nobody has read a line of it.
    stream.once('close', () => void snapshot.close().catch(() => undefined));
    return fileOf(name, stream);
  }

  private async record(register: string): Promise<string> {
    const fileName = `${register}.csv`;
    const change = { action: 'export.made', recordType: 'export', recordId: newId(), after: { fileName } };
    await this.work.write((tx) => this.audit.record(tx, change));
    return fileName;
  }
}

/** A person in a cell: the address, which an import reads; the name of office of somebody who was erased. */
export const mailOf = (person: PersonReference | null): string | null => person && (person.email ?? person.name);

const textOf = (value: string | number | boolean | null | undefined): string => String(value ?? '');

const fileOf = (name: string, stream: Readable): StreamableFile =>
  new StreamableFile(stream, { type: `${CSV_TYPE}; charset=utf-8`, disposition: `attachment; filename="${name}"` });

async function* linesOf(columns: readonly string[], batches: AsyncIterable<CsvRow[]>): AsyncGenerator<string> {
  yield csvHeading(columns);
  for await (const rows of batches) yield rows.map((row) => csvLine(columns, row)).join('');
}
