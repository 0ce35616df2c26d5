import type { SignedInUser } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { may } from '@sightline/rules';
import type { Logger } from 'pino';
import { trailOf } from '../audit/audit-export';
import { AuditTrail } from '../audit/audit-trail.service';
import { type Snapshot, Snapshots } from '../platform/database/snapshots';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { type FileChunk, ReaderGone, ZipArchive } from '../platform/files/zip-archive';
import { Logged } from '../platform/logging/logger.token';
import { circumstancesOf, type ExportCircumstances, manifestOf } from './export-manifest';
import { IMPORT_FILES } from './import-files';
import { importParts } from './import-file-parts';
import { RECORD_FILES } from './record-files';
import { recordLinesSql, type Shapes, SHAPES, type TableShape } from './record-sql';

/** Everything there is, as one file that can be read without Sightline; all as of one moment (API.md, /exports/all). */
@Injectable()
export class WholeExport {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly work: UnitOfWork,
    private readonly audit: AuditTrail,
    @Logged() private readonly logger: Logger,
  ) {}

  /** 429 while others are being made. The event that says who took everything stands before the first byte leaves. */
  async begin(by: SignedInUser): Promise<{ name: string; archive: ZipArchive }> {
    const snapshot = await this.snapshots.open();
    try {
      const circumstances = await circumstancesOf(snapshot, by);
      const name = `sightline-${circumstances.madeAt.slice(0, 10)}.zip`;
      await this.record(circumstances, name);
      const archive = new ZipArchive(new Date(circumstances.madeAt));
      void this.fill(archive, snapshot, circumstances, may(by, 'audit.export'));
      return { name, archive };
    } catch (error) {
      await this.end(snapshot);
      throw error;
    }
  }

  private record({ id, counts: records }: ExportCircumstances, fileName: string): Promise<void> {
    return this.work.write((tx) =>
      this.audit.record(tx, {
        action: 'export.made',
        recordType: 'export',
        recordId: id,
        after: { fileName, records },
      }),
    );
  }

  private async fill(
    archive: ZipArchive,
    snapshot: Snapshot,
    circumstances: ExportCircumstances,
    withTrail: boolean,
  ): Promise<void> {
    try {
      await this.readOut(archive, snapshot, withTrail);
      await archive.add('manifest.json', once(manifestOf(circumstances, archive.files, { withTrail })));
      archive.end();
    } catch (error) {
      if (!(error instanceof ReaderGone)) this.logger.error({ err: error }, 'an export was broken off');
      archive.fail(error as Error);
    }
  }

  /** The snapshot is given back before the archive ends: whoever has it whole can take the next one at once. */
  private async readOut(archive: ZipArchive, snapshot: Snapshot, withTrail: boolean): Promise<void> {
    try {
      await addImportFiles(archive, snapshot);
      await addRecords(archive, snapshot);
      if (withTrail) await archive.add('audit/trail.ndjson', trailLines(snapshot));
    } finally {
      await this.end(snapshot);
    }
  }

  private async end(snapshot: Snapshot): Promise<void> {
    await snapshot.close().catch((error: unknown) => this.logger.warn({ err: error }, 'a snapshot did not close'));
  }
}

async function addImportFiles(archive: ZipArchive, snapshot: Snapshot): Promise<void> {
  for (const { name, columns, sql } of IMPORT_FILES) {
    let number = 0;
    for await (const part of importParts(columns, snapshot.batches(sql))) {
      number += 1;
      await archive.add(`import/${name}${number === 1 ? '' : `-${number}`}.csv`, part);
    }
  }
}

async function addRecords(archive: ZipArchive, snapshot: Snapshot): Promise<void> {
  const rows = await snapshot.query<(TableShape & { table: string })[]>(SHAPES);
  const shapes: Shapes = new Map(rows.map((shape) => [shape.table, shape]));
  for (const [name, exported] of Object.entries(RECORD_FILES)) {
    await archive.add(`records/${name}.jsonl`, recordLines(snapshot.lines(recordLinesSql(exported, shapes))));
  }
}

async function* recordLines(lines: AsyncIterable<Buffer>): AsyncGenerator<FileChunk> {
  for await (const content of lines) yield { content, rows: linesEndingIn(content) };
}

/** Its first line is a heading. */
async function* trailLines(snapshot: Snapshot): AsyncGenerator<FileChunk> {
  const { heading, sql } = await trailOf(snapshot);
  yield { content: `${heading}\n`, rows: 0 };
  yield* recordLines(snapshot.lines(sql));
}

async function* once(content: string): AsyncGenerator<FileChunk> {
  yield Promise.resolve({ content, rows: 0 });
}

const LINE_FEED = 0x0a;

function linesEndingIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}
