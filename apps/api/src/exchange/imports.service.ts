import type { Import, ImportSummary, Page, SignedInUser } from '@sightline/contracts';
import type { Language } from '@sightline/language';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { instant, recordBase } from '../platform/records/json-sql';
import { savepoint } from '../platform/database/savepoint';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { containing, listOf } from '../platform/lists/list';
import { Problems } from '../platform/problems/problem';
import { isUuid } from '../platform/problems/validators';
import { newId } from '../platform/records/new-id';
import { readCsv } from './csv-table';
import { completeMapping, mappedCells } from './import-mapping';
import { ImportRun, type ImportPlan, type ImportResult } from './import-run.service';
import { ImportEntity, ImportRowEntity } from './import.entity';
import type { ImportListRequest, NewImportRequest } from './import.requests';

const PROBLEMS_KEPT = 100;
const PREVIEW_ROWS = 5;
const ROWS_AT_ONCE = 1000;

/** Files of business units, KPIs and charters: checked first, then applied, all or nothing. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly db: DataSource,
    private readonly work: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly imports: ImportRun,
  ) {}

  list(request: ImportListRequest): Promise<Page<ImportSummary>> {
    const { q, kind, status } = request;
    const filters = [
      { value: q && containing(q), condition: 'i.file_name ILIKE $' },
      { value: kind, condition: 'i.kind = $' },
      { value: status, condition: 'i.status = $' },
    ].filter(({ value }) => value);
    return listOf(this.db, request, {
      from: 'import i',
      alias: 'i',
      item: SUMMARY_JSON,
      where: filters.map(({ condition }, index) => `${condition}${index + 1}`),
      params: filters.map(({ value }) => value),
      sort: { createdAt: 'i.created_at' },
      defaultSort: '-createdAt',
    });
  }

  read(id: string): Promise<Import> {
    return readImport(this.db, id);
  }

  /** The dry run is the real run, taken back: it finds what applying would find. */
  check(
    { kind, fileName, content, mapping: asked }: NewImportRequest,
    by: SignedInUser,
    language: Language,
  ): Promise<Import> {
    const table = readCsv(content);
    const mapping = completeMapping(kind, table.columns, asked);
    return this.work.write(async (tx) => {
      const dryRun = await savepoint(tx);
      const result = await this.imports.run(tx, { kind, table, mapping, by, language });
      await dryRun.takeBack();
      const id = newId();
      const status = result.problems.length > 0 ? 'refused' : 'checked';
      const summary = summaryOf(result);
      const given = { kind, fileName, content, mapping, columns: table.columns, rowCount: table.rows.length };
      await tx.insert(ImportEntity, {
        ...given,
        ...{ id, status, summary, version: 1, createdBy: by.id },
        problems: result.problems.slice(0, PROBLEMS_KEPT),
        preview: table.rows.slice(0, PREVIEW_ROWS).map(({ cells }) => mappedCells(cells, mapping)),
      });
      await this.audit.record(tx, {
        action: `import.${status}`,
        recordType: 'import',
        recordId: id,
        after: { kind, fileName, rowCount: table.rows.length, ...summary },
        // People name files after people.
        personal: ['/fileName'],
      });
      return readImport(tx, id);
    });
  }

  /** Applies a checked import. 409 when it was refused or applied, or when the records have moved on since the check. */
  apply(reference: string, by: SignedInUser, language: Language): Promise<Import> {
    return this.work.write(async (tx) => {
      const checked = await lockChecked(tx, reference);
      const plan: ImportPlan = { ...checked, table: readCsv(checked.content), by, language };
      const result = await this.imports.run(tx, plan);
      if (result.problems.length > 0) throw Problems.rule('import-outdated', { count: result.problems.length });
      await rememberRows(tx, checked, result);
      const summary = summaryOf(result);
      await tx.update(
        ImportEntity,
        { id: checked.id },
        {
          status: 'applied',
          summary,
          version: checked.version + 1,
          appliedAt: () => 'now()',
          updatedAt: () => 'now()',
        },
      );
      await this.audit.record(tx, {
        action: 'import.applied',
        recordType: 'import',
        recordId: checked.id,
        after: summary,
      });
      return readImport(tx, checked.id);
    });
  }
}

async function lockChecked(tx: EntityManager, id: string): Promise<ImportEntity> {
  if (!isUuid(id)) throw Problems.notFound('import');
  const found = await tx.findOne(ImportEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!found) throw Problems.notFound('import');
  if (found.status !== 'checked') throw Problems.rule(`import-${found.status}`);
  return found;
}

async function rememberRows(
  tx: EntityManager,
  { id: importId, kind }: ImportEntity,
  { created }: ImportResult,
): Promise<void> {
  for (let at = 0; at < created.length; at += ROWS_AT_ONCE) {
    await tx.insert(
      ImportRowEntity,
      created.slice(at, at + ROWS_AT_ONCE).map((row) => ({ ...row, kind, importId })),
    );
  }
}

function summaryOf({ created, unchanged, problems }: ImportResult): Import['summary'] {
  return { create: created.length, unchanged, refused: new Set(problems.map(({ line }) => line)).size };
}

const SUMMARY_JSON = `jsonb_build_object(${recordBase('i')}, 'kind', i.kind, 'fileName', i.file_name, 'status', i.status,
  'rowCount', i.row_count, 'summary', i.summary, 'appliedAt', ${instant('i.applied_at')})`;

const IMPORT_SQL = `SELECT ${SUMMARY_JSON} || jsonb_build_object('columns', i.columns, 'mapping', i.mapping,
  'problems', i.problems, 'preview', i.preview) AS import FROM import i WHERE i.id = $1`;

async function readImport(db: DataSource | EntityManager, id: string): Promise<Import> {
  if (!isUuid(id)) throw Problems.notFound('import');
  const [row] = await db.query<{ import: Import }[]>(IMPORT_SQL, [id]);
  if (!row) throw Problems.notFound('import');
  return row.import;
}
