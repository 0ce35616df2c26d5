import { SERVICES, SYSTEMS } from './company/landscape';
import { SET_UP } from './load-people';
import { insertRows, leaveCodesBehind, type Row } from './sample-rows';
import type { SampleStage } from './sample-stage';

/** The registers that domains and charters point at. */
export async function loadLandscape(stage: SampleStage): Promise<void> {
  const { ids } = stage;
  await insertRegister(
    stage,
    'system',
    SYSTEMS.map(({ owner, vendor = null, lifecycle = 'active', ...system }) => {
      return { ...system, vendor, lifecycle, owner_id: ids.orNull(owner) };
    }),
  );
  await insertRegister(
    stage,
    'service',
    SERVICES.map(({ owner, ...service }) => ({ ...service, owner_id: ids.orNull(owner) })),
  );
}

type Registered = Row & { code: string; name: string };

async function insertRegister(
  { tx, ids, calendar, history }: SampleStage,
  table: 'system' | 'service',
  records: Registered[],
): Promise<void> {
  const at = calendar.ago(SET_UP - 7, table === 'system' ? '10:00' : '15:00');
  const actor = ids.of('Ingrid Halvorsen');
  const base = { version: 1, created_at: at, created_by: actor, updated_at: at };
  const rows = records.map((record) => ({ id: ids.add(record.code, record.name), ...record, ...base }));
  await insertRows(tx, table, rows);
  await leaveCodesBehind(
    tx,
    `code_${table}`,
    records.map(({ code }) => code),
  );
  for (const { code, name, ...after } of records) {
    const created = { action: `${table}.created`, recordType: table, recordId: ids.of(code), recordCode: code };
    history.add({ ...created, at, actor, after: { name, ...after } });
  }
}
