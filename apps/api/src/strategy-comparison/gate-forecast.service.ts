import { setImmediate } from 'node:timers/promises';
import {
  type DecidingPrincipleFact,
  FORECAST_LOOKS,
  FORESEEN_CHECKS,
  type GateCheck,
  type GateForecast,
  type GateForecastPage,
  type GateTransition,
} from '@sightline/contracts';
import { type AskedBy, type DecidedRecord, gateForecast, nextGate, readAnew } from '@sightline/rules';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inWords } from '../charters/gate-answer';
import { readerLanguage } from '../charters/reader-language';
import { Problems } from '../platform/problems/problem';
import { comparedVersions } from './compared-versions';
import { ASKED_BY, LOOKED_AT, NAMED, TO_LOOK_AT } from './gate-forecast.query';
import type { GateForecastRequest } from './strategy-comparison.requests';

/** Less than every id. */
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
/** Judged in one go; then others have their turn. */
const AT_A_TIME = 100;

interface Looked extends DecidedRecord {
  recordId: string;
  change: boolean;
  approved: boolean;
}
interface Found {
  record: Looked;
  gate: GateTransition;
  checks: GateCheck[];
}
interface Versions {
  now: AskedBy;
  then: AskedBy;
  anew: DecidingPrincipleFact[];
}
type Named = Pick<GateForecast, 'charter' | 'lead' | 'status' | 'proposal'>;

/**
 * What the gate would say of charters and changes if a version were ratified now, by the very rules of the gate: of
 * principles they cite or not (PRODUCT.md sections 4 and 8). Looks at so many records and says where to go on.
 */
@Injectable()
export class GateForecastService {
  constructor(private readonly db: DataSource) {}

  async of(n: string, { after, pageSize }: GateForecastRequest): Promise<GateForecastPage> {
    const { version, former } = await comparedVersions(this.db, n);
    const versions = await this.versions(version.id, former?.id ?? null);
    const principles = versions.anew.map(({ id, code, title }) => ({ id, code, name: title }));
    const base = { number: version.number, inForce: former?.number ?? null, principles };
    if (principles.length === 0)
      return { ...base, total: 0, looked: 0, figures: figuresOf([]), items: [], next: null, more: null };
    const [[{ total }], looked] = await Promise.all([
      this.db.query<[{ total: number }]>(TO_LOOK_AT),
      this.db.query<Looked[]>(LOOKED_AT, [after ?? BEFORE_ALL, FORECAST_LOOKS]),
    ]);
    const found = await judged(looked, versions);
    const next = looked.length < FORECAST_LOOKS ? null : (looked.at(-1)?.recordId ?? null);
    const shown = found.slice(0, pageSize);
    const more = shown.length < found.length ? (shown.at(-1)?.record.recordId ?? null) : next;
    return {
      ...base,
      total,
      looked: looked.length,
      figures: figuresOf(found),
      items: await this.named(shown, versions),
      next,
      more,
    };
  }

  private async versions(wanted: string, former: string | null): Promise<Versions> {
    const rows = await this.db.query<(AskedBy & { id: string })[]>(ASKED_BY, [[wanted, ...(former ? [former] : [])]]);
    const askedBy = (id: string | null): AskedBy | undefined => rows.find((row) => row.id === id);
    const then = askedBy(wanted);
    if (!then) throw Problems.notFound('strategy-version');
    const now = askedBy(former) ?? { strategy: null, deciding: { facts: [], principles: [] } };
    return { now, then, anew: readAnew(now, then) };
  }

  /** With the sentences of the gate, which lead to each record itself. */
  private async named(found: readonly Found[], versions: Versions): Promise<GateForecast[]> {
    const ids = found.map(({ record }) => record.recordId);
    const names = new Map(
      (await this.db.query<(Named & { id: string })[]>(NAMED, [ids])).map(({ id, ...named }) => [id, named]),
    );
    const language = readerLanguage();
    const entries = found.flatMap(({ record, gate }): GateForecast[] => {
      const named = names.get(record.recordId);
      if (!named) return [];
      const checks = gateForecast(record, versions, gate).map((check) => inWords(check, language));
      const of: Pick<GateForecast, 'kind' | 'record'> = record.change
        ? { kind: 'change_request', record: { id: record.recordId, code: null, name: named.charter.name } }
        : { kind: 'charter', record: named.charter };
      return [{ ...of, ...named, gate, checks }];
    });
    return entries.toSorted((a, b) => byCode(a.charter.code ?? '', b.charter.code ?? ''));
  }
}

function byCode(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

/** The same answers at the same gate are judged once, where no exception and no reason is the record's own. */
async function judged(looked: readonly Looked[], versions: Versions): Promise<Found[]> {
  const known = new Map<string, GateCheck[]>();
  const asked = factsAskedBy(versions);
  const found: Found[] = [];
  for (const [at, record] of looked.entries()) {
    const gate = record.change ? 'approve' : nextGate({ status: record.charter.status, approved: record.approved });
    const answers = asked.map((name) => record.facts[name] ?? null);
    const key = JSON.stringify([gate, answers, record.deviations, record.exceptions]);
    const checks = known.get(key) ?? gateForecast(record, versions, gate);
    known.set(key, checks);
    if (checks.length > 0) found.push({ record, gate, checks });
    if (at % AT_A_TIME === AT_A_TIME - 1) await setImmediate();
  }
  return found;
}

/** The facts that any of the principles reads, in either version. */
function factsAskedBy({ now, anew }: Versions): string[] {
  const before = now.deciding.principles.filter(({ id }) => anew.some((one) => one.id === id));
  const cells = [...anew, ...before].flatMap(({ applicability, decisionTable }) => [
    applicability ?? {},
    ...decisionTable.rules.map(({ when }) => when),
  ]);
  return [...new Set(cells.flatMap((when) => Object.keys(when)))].toSorted();
}

function figuresOf(found: readonly Found[]): GateForecastPage['figures'] {
  const blocked = found.filter(({ checks }) => checks.some(({ level }) => level === 'blocker')).length;
  const failing = (code: (typeof FORESEEN_CHECKS)[number]): number =>
    found.filter(({ checks }) => checks.some((check) => check.code === code)).length;
  return {
    blocked,
    marked: found.length - blocked,
    checks: { FACTS: failing('FACTS'), DEVIATION: failing('DEVIATION') },
  };
}
