import type { AssessOutcome, Kpi } from '@sightline/contracts';
import type { DraftKpi } from './charter-draft';

type Effect = Omit<AssessOutcome, 'text'>;

/** The KPI that stands behind the statement: the first cited one that says what it measures and in which direction. */
export function effectBehind(cited: readonly DraftKpi[], records: ReadonlyMap<string, Kpi>): Effect {
  for (const { kpi, from, to, by } of cited) {
    const record = records.get(kpi.id);
    if (!record?.unit || !record.direction || !record.kind) continue;
    const { code, name, unit, direction, kind } = record;
    return {
      kpi: { code, name, unit, direction, kind },
      ...(from === null ? {} : { from }),
      ...(to === null ? {} : { to }),
      ...(by === '' ? {} : { by }),
    };
  }
  return {};
}
