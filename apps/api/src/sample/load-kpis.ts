import type { SampleKpi } from './company/kpi';
import { KPIS } from './company/kpis';
import { SET_UP } from './load-people';
import { insertRows, leaveCodesBehind, type Row } from './sample-rows';
import type { SampleStage } from './sample-stage';

/** Days ago at which a target was set anew. */
const REVISED = 190;

/** KPIs with their definitions over time and a year of readings. */
export async function loadKpis(stage: SampleStage): Promise<void> {
  const { tx, ids } = stage;
  for (const { code } of KPIS) ids.add(code);
  await insertRows(
    tx,
    'kpi',
    KPIS.map((kpi) => kpiRow(stage, kpi)),
  );
  await leaveCodesBehind(
    tx,
    'code_kpi',
    KPIS.map(({ code }) => code),
  );
  await insertRows(
    tx,
    'kpi_revision',
    KPIS.flatMap((kpi) => revisionRows(stage, kpi)),
  );
  await tx.query(
    `UPDATE kpi SET current_revision_id = r.id FROM kpi_revision r
      WHERE r.kpi_id = kpi.id AND NOT EXISTS (SELECT 1 FROM kpi_revision l WHERE l.kpi_id = kpi.id AND l.number > r.number)`,
  );
  await insertRows(
    tx,
    'measurement',
    KPIS.flatMap((kpi) => measurementRows(stage, kpi)),
  );
}

const authorOf = ({ owner = 'Ingrid Halvorsen' }: SampleKpi): string => owner;

function kpiRow({ ids, calendar, history }: SampleStage, kpi: SampleKpi): Row {
  const { code, name, cadence = null, weight = null, note = null } = kpi;
  const at = calendar.ago(SET_UP - 20, '13:00');
  const actor = ids.of(authorOf(kpi));
  const record = { at, actor, recordType: 'kpi', recordId: ids.of(code), recordCode: code };
  history.add({ ...record, action: 'kpi.created', after: { name, unit: kpi.unit, direction: kpi.direction } });
  const links = {
    business_unit_id: ids.orNull(kpi.businessUnit),
    owner_id: ids.orNull(kpi.owner),
    driver_id: ids.orNull(kpi.driver),
  };
  const written = { version: kpi.firstTarget ? 2 : 1, created_at: at, created_by: actor, updated_at: at };
  return { id: ids.of(code), code, name, ...links, cadence, weight, note, ...written };
}

function revisionRows({ ids, calendar, history }: SampleStage, kpi: SampleKpi): Row[] {
  const { code, baseline, target, firstTarget } = kpi;
  const actor = ids.of(authorOf(kpi));
  const definition = {
    kpi_id: ids.of(code),
    definition: kpi.definition ?? null,
    unit: kpi.unit ?? null,
    direction: kpi.direction ?? null,
    kind: kpi.kind ?? null,
    baseline_value: baseline?.[0] ?? null,
    baseline_date: baseline ? calendar.monthEnd(baseline[1]) : null,
    target_value: target?.value ?? null,
    target_date: target ? calendar.monthEnd(target.month) : null,
    lower_limit: target?.lower ?? null,
    upper_limit: target?.upper ?? null,
  };
  const first = { ...definition, reason: null, created_at: calendar.ago(SET_UP - 20, '13:00'), created_by: actor };
  const current = `${code} current revision`;
  if (!firstTarget) return [{ id: ids.add(`${code} revision 1`, current), number: 1, ...first }];
  const { value, reason } = firstTarget;
  const at = calendar.ago(REVISED, '16:30');
  const record = { at, actor, recordType: 'kpi', recordId: ids.of(code), recordCode: code };
  const after = { target: { value: target?.value }, reason };
  history.add({ ...record, action: 'kpi.revised', before: { target: { value } }, after });
  return [
    { id: ids.add(`${code} revision 1`), number: 1, ...first, target_value: value },
    { id: ids.add(`${code} revision 2`, current), number: 2, ...first, reason, created_at: at },
  ];
}

function measurementRows(stage: SampleStage, kpi: SampleKpi): Row[] {
  const { code, readings = [], until = 1, correction } = kpi;
  const rows = readings.map((value, index) => measured(stage, kpi, value, index - readings.length - until + 1));
  if (!correction) return rows;
  const { ids, calendar, history } = stage;
  const { month, value, reason } = correction;
  const wrong = rows.find(({ measured_on }) => measured_on === calendar.monthEnd(month));
  if (!wrong) throw new Error(`${code} has no reading to correct.`);
  const id = ids.add(`${code} correction`);
  const at = `${calendar.monthEnd(month + 1)}T13:40:00.000Z`;
  const actor = ids.of(authorOf(kpi));
  const record = { at, actor, recordType: 'kpi', recordId: ids.of(code), recordCode: code };
  const before = { measurement: wrong['id'], date: wrong['measured_on'], value: wrong['value'] };
  history.add({ ...record, action: 'measurement.corrected', before, after: { measurement: id, value, reason } });
  return [...rows, { ...wrong, id, value, corrects_id: wrong['id'], reason, created_at: at }];
}

/** A reading of the last day of a month, written down on the evening of that day. */
function measured({ ids, calendar, history }: SampleStage, kpi: SampleKpi, value: number, month: number): Row {
  const { code, source = null } = kpi;
  const day = calendar.monthEnd(month);
  const at = `${day}T16:05:00.000Z`;
  const actor = ids.of(authorOf(kpi));
  const record = { at, actor, recordType: 'kpi', recordId: ids.of(code), recordCode: code };
  history.add({ ...record, action: 'measurement.recorded', after: { count: 1, first: day, last: day, value } });
  const id = ids.add(`${code} reading ${day}`);
  const what = { id, kpi_id: ids.of(code), value, measured_on: day, source };
  return { ...what, corrects_id: null, reason: null, created_at: at, created_by: actor };
}
