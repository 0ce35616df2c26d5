import { createHash } from 'node:crypto';
import type {
  Measurement,
  NewMeasurement,
  RecordedMeasurements,
  RecordMeasurements,
  SignedInUser,
} from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { demand } from '../platform/access/demand';
import { prepared } from '../platform/database/prepared';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { parseIdOrCode } from '../platform/records/id-or-code';
import { JsonText, sentAs } from '../platform/records/json-text';
import { newId } from '../platform/records/new-id';
import { type Correction, recordingOf, refuseImpossibleDates } from './measurement-rows';
import { CORRECTED, EXISTING, INSERT_CORRECTION, INSERT_MEASUREMENTS, MEASURED_KPI } from './measurement.query';

interface MeasuredKpi {
  id: string;
  code: string;
  ownerId: string | null;
  today: string;
  now: Date;
}

/** Records what a KPI was: a list, all or nothing, or the correction of one that was wrong. */
@Injectable()
export class MeasurementRecordingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
  ) {}

  record(
    reference: string,
    request: RecordMeasurements,
    user: SignedInUser,
  ): Promise<RecordedMeasurements | Measurement> {
    const { id, code } = parseIdOrCode(reference);
    const { rows, correction } = recordingOf(request);
    return this.unitOfWork.write(async (tx) => {
      const [kpi] = await tx.query<MeasuredKpi[]>(MEASURED_KPI, [id ?? null, code ?? null]);
      if (!kpi) throw Problems.notFound('kpi');
      demand(user, 'kpi.measure', { own: kpi.ownerId === user.id });
      return rows ? this.add(tx, kpi, rows, user) : this.correct(tx, kpi, correction, user);
    });
  }

  private async add(
    tx: EntityManager,
    kpi: MeasuredKpi,
    rows: NewMeasurement[],
    user: SignedInUser,
  ): Promise<RecordedMeasurements> {
    refuseImpossibleDates(rows, kpi.today);
    const ids = rows.map(() => newId());
    const [row] = await prepared<{ inserted: number }>(tx, { name: 'measurements', text: INSERT_MEASUREMENTS }, [
      kpi.id,
      user.id,
      listOf(ids),
      listOf(rows.map(({ value }) => value)),
      listOf(rows.map(({ date }) => date)),
      rows.map(({ source }) => source),
      rows.map(({ note }) => note),
      kpi.now,
    ]);
    if (!row || row.inserted < rows.length) throw await alreadyMeasured(tx, kpi, rows, ids);
    const dates = rows.map(({ date }) => date).sort();
    await this.auditTrail.record(tx, {
      action: 'measurement.recorded',
      recordType: 'kpi',
      recordId: kpi.id,
      recordCode: kpi.code,
      after: { count: rows.length, first: dates[0], last: dates.at(-1), bodyHash: hashOf(rows) },
    });
    return sentAs(recordedText(rows, ids, kpi, user));
  }

  private async correct(
    tx: EntityManager,
    kpi: MeasuredKpi,
    { corrects, value, reason }: Correction,
    user: SignedInUser,
  ): Promise<Measurement> {
    const [wrong] = await tx.query<{ value: number; date: string }[]>(CORRECTED, [corrects, kpi.id]);
    if (!wrong)
      throw Problems.invalid([{ pointer: '/corrects', code: 'unknown-reference', params: { reference: corrects } }]);
    const correction = { ...recorded({ value, date: wrong.date }, kpi, user), corrects, reason };
    const inserted = await tx.query<unknown[]>(INSERT_CORRECTION, [
      correction.id,
      kpi.id,
      value,
      wrong.date,
      corrects,
      reason,
      user.id,
      kpi.now,
    ]);
    if (inserted.length === 0) throw Problems.conflict('measurement-corrected', { date: wrong.date });
    await this.auditTrail.record(tx, {
      action: 'measurement.corrected',
      recordType: 'kpi',
      recordId: kpi.id,
      recordCode: kpi.code,
      before: { measurement: corrects, date: wrong.date, value: wrong.value },
      after: { measurement: correction.id, value, reason },
    });
    return correction;
  }
}

/** A list as PostgreSQL reads it, of what needs no quotes: ids, days, numbers. The driver would look for signs in each. */
const listOf = (values: readonly (string | number)[]): string => `{${values.join(',')}}`;

/** What all measurements of one request have in common. */
const commonOf = ({ now }: MeasuredKpi, { id, name, email }: SignedInUser) => ({
  createdAt: now.toISOString(),
  createdBy: { id, code: null, name, email },
  corrects: null,
  reason: null,
  correctedBy: null,
});

function recorded({ value, date }: NewMeasurement, kpi: MeasuredKpi, user: SignedInUser): Measurement {
  return { id: newId(), value, date, source: null, note: null, ...commonOf(kpi, user) };
}

/** The measurements as JSON; a thousand of them would become objects only to be read by nobody. */
function recordedText(
  rows: readonly NewMeasurement[],
  ids: readonly string[],
  kpi: MeasuredKpi,
  user: SignedInUser,
): JsonText<RecordedMeasurements> {
  const common = JSON.stringify(commonOf(kpi, user)).slice(1);
  const texts = rows.map(({ value, date, source, note }, at) => {
    const [from, remark] = [JSON.stringify(source || null), JSON.stringify(note || null)];
    return `{"id":"${ids[at]}","value":${value},"date":"${date}","source":${from},"note":${remark},${common}`;
  });
  return new JsonText(`{"measurements":[${texts.join(',')}]}`);
}

/** What was sent, so that anybody who has the file can show that it is the one that was recorded. */
function hashOf(rows: readonly NewMeasurement[]): string {
  const lines = rows.map(({ value, date, source, note }) => JSON.stringify([date, value, source, note]));
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** The first row whose day has a measurement already, with the value that counts for that day now. */
async function alreadyMeasured(
  tx: EntityManager,
  kpi: MeasuredKpi,
  rows: readonly NewMeasurement[],
  ids: readonly string[],
) {
  const dates = rows.map(({ date }) => date);
  const existing = await tx.query<{ date: string; value: number }[]>(EXISTING, [kpi.id, dates, ids]);
  const taken = existing[0];
  const row = rows.findIndex(({ date }) => date === taken?.date);
  return Problems.conflict('measurement-exists', { kpi: kpi.code, ...taken, row: row + 1, days: existing.length });
}
