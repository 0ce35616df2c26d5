import type { ImportKind, ImportProblem, SignedInUser } from '@sightline/contracts';
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sayKey, sentenceOf, type Language } from '@sightline/language';
import type { EntityManager } from 'typeorm';
import { savepoint } from '../platform/database/savepoint';
import { problemOfDatabase } from '../platform/problems/constraints';
import { type InvalidField, ProblemException, Problems } from '../platform/problems/problem';
import { readRequest } from '../platform/problems/request-reading';
import type { CsvTable } from './csv-table';
import { mappedCells, type Mapping } from './import-mapping';
import { BusinessUnitRow, CharterRow, KpiRow } from './import-rows';
import { ImportedRecords, type RowOf } from './imported-records.service';

export interface ImportPlan {
  kind: ImportKind;
  table: CsvTable;
  mapping: Mapping;
  by: SignedInUser;
  language: Language;
}
export interface ImportResult {
  created: { key: string; rowHash: string; recordId: string }[];
  unchanged: number;
  problems: ImportProblem[];
}
type Cells = ReturnType<typeof mappedCells>;

const ROW_CLASSES = { business_units: BusinessUnitRow, kpis: KpiRow, charters: CharterRow } as const;

/** Makes all records of a file in the caller's transaction and tells what is wrong with which line. */
@Injectable()
export class ImportRun {
  constructor(private readonly records: ImportedRecords) {}

  async run(tx: EntityManager, plan: ImportPlan): Promise<ImportResult> {
    const result: ImportResult = { created: [], unchanged: 0, problems: [] };
    const known = await hashesOf(tx, plan.kind);
    const currency = await currencyOf(tx);
    const seen = new Set<string>();
    for (const { line, cells } of plan.table.rows) {
      const mapped = mappedCells(cells, plan.mapping);
      const { key = '' } = mapped;
      const rowHash = createHash('sha256')
        .update(JSON.stringify(Object.entries(mapped).sort()))
        .digest('hex');
      const refuse = (fields: InvalidField[]): void => {
        result.problems.push(...fields.map((field) => told(field, line, plan)));
      };
      if (seen.has(key)) refuse([{ pointer: '/key', code: 'csv-key-twice', params: { key } }]);
      else if (known.get(key) === rowHash) result.unchanged += 1;
      else if (known.has(key)) refuse([{ pointer: '/key', code: 'csv-changed-since-import', params: { key } }]);
      else
        await this.create(tx, plan, withMoney(mapped, currency)).then(
          ({ id }) => result.created.push({ key, rowHash, recordId: id }),
          (error: unknown) => refuse(fieldsOf(error)),
        );
      seen.add(key);
    }
    return result;
  }

  /** One row, or nothing of it: what it wrote before it was refused is taken back. */
  private async create(tx: EntityManager, { kind, by }: ImportPlan, cells: object): Promise<{ id: string }> {
    const { request: row, wrong } = readRequest<RowOf[ImportKind]>(ROW_CLASSES[kind], cells);
    if (wrong.length > 0) throw Problems.invalid(wrong);
    const part = await savepoint(tx);
    try {
      const record = await this.records.create(tx, kind, row, by);
      await part.keep();
      return record;
    } catch (error) {
      await part.takeBack();
      throw error;
    }
  }
}

async function hashesOf(tx: EntityManager, kind: ImportKind): Promise<Map<string, string>> {
  const rows = await tx.query<{ key: string; hash: string }[]>(
    'SELECT key, row_hash AS hash FROM import_row WHERE kind = $1',
    [kind],
  );
  return new Map(rows.map(({ key, hash }) => [key, hash]));
}

async function currencyOf(tx: EntityManager): Promise<string> {
  const [row] = await tx.query<{ currency: string }[]>('SELECT currency FROM organisation');
  return row?.currency ?? 'EUR';
}

/** A budget is an amount and a currency; the organisation's where the row names none. */
function withMoney({ budget, currency, ...cells }: Cells, organisation: string): object {
  return budget === undefined ? cells : { ...cells, budget: { amount: budget, currency: currency ?? organisation } };
}

/** What is wrong with a row; anything that is not the row's fault ends the import. */
function fieldsOf(error: unknown): InvalidField[] {
  const problem = error instanceof ProblemException ? error : problemOfDatabase(error);
  if (!problem || problem.problem.status >= 500) throw error;
  const { errors, rule, params, code } = problem.problem;
  return errors ?? [{ pointer: '/key', code: rule ?? code, ...(params && { params }) }];
}

function told(
  { pointer, code, params = {} }: InvalidField,
  line: number,
  { mapping, language }: ImportPlan,
): ImportProblem {
  const field = pointer.split('/')[1] as keyof Mapping | undefined;
  const key = ['validation', 'rule'].map((group) => `${group}.${code}`).find((name) => sentenceOf(name, language));
  return {
    line,
    column: (field && mapping[field]) ?? null,
    code,
    detail: sayKey(key ?? 'validation.invalid', params, language),
  };
}
