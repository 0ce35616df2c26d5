import type { EntityManager } from 'typeorm';
import type { SampleCalendar } from './sample-calendar';
import type { SampleHistory } from './sample-history';
import type { SampleIds } from './sample-ids';

/** What every loader works with: one transaction, one calendar, one set of ids, one history. */
export interface SampleStage {
  tx: EntityManager;
  calendar: SampleCalendar;
  ids: SampleIds;
  history: SampleHistory;
}
