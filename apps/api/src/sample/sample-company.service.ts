import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { SET_UP_LOCK } from '../people/set-up.service';
import { FIRST_CHARTERS, LATER_CHARTERS } from './company/charters';
import { ORGANISATION } from './company/people';
import { loadCharters } from './load-charters';
import { loadComments } from './load-comments';
import { loadDomains } from './load-domains';
import { loadExceptions } from './load-exceptions';
import { loadKpis } from './load-kpis';
import { loadLandscape } from './load-landscape';
import { reaffirmAll } from './load-reaffirmations';
import { loadBoard, loadPeople } from './load-people';
import { loadStrategyIdentities, loadStrategyVersion } from './load-strategy';
import { SampleCalendar } from './sample-calendar';
import { SampleHistory } from './sample-history';
import { SampleIds } from './sample-ids';
import type { SampleStage } from './sample-stage';

/** Meridian Freight: a believable company with a year behind it, for looking around (EXPERIENCE, first minutes). */
@Injectable()
export class SampleCompany {
  constructor(private readonly db: DataSource) {}

  /**
   * Founds the company in an empty installation, in one transaction; answers whether it did. A second start keeps what
   * people have done since. Never enters an installation that somebody has set up (T11).
   */
  loadOnce(): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [SET_UP_LOCK]);
      const [found] = await tx.query<[{ kind: string | null; people: boolean }]>(
        `SELECT (SELECT kind FROM organisation) AS kind, EXISTS (SELECT 1 FROM app_user) AS people`,
      );
      if (found.kind === 'sample') return false;
      if (found.kind || found.people) throw new Error('The sample company never enters an installation in use.');
      await buildCompany(await stageIn(tx));
      return true;
    });
  }
}

async function stageIn(tx: EntityManager): Promise<SampleStage> {
  const [{ today }] = await tx.query<[{ today: string }]>(`SELECT (now() AT TIME ZONE $1)::date::text AS today`, [
    ORGANISATION.timeZone,
  ]);
  return {
    tx,
    ids: new SampleIds(),
    history: new SampleHistory(),
    calendar: new SampleCalendar(today, ORGANISATION.timeZone),
  };
}

/** In the order in which it happened: decisions are taken under the version that was in force. */
async function buildCompany(stage: SampleStage): Promise<void> {
  await loadPeople(stage);
  await loadBoard(stage);
  await loadLandscape(stage);
  await loadDomains(stage);
  await loadStrategyIdentities(stage);
  await loadKpis(stage);
  await loadStrategyVersion(stage, 1);
  await loadCharters(stage, FIRST_CHARTERS);
  await loadStrategyVersion(stage, 2);
  await reaffirmAll(stage, FIRST_CHARTERS);
  await loadExceptions(
    stage,
    FIRST_CHARTERS.map(({ code }) => code),
  );
  await loadCharters(stage, LATER_CHARTERS);
  await loadStrategyVersion(stage, 3);
  await loadComments(stage);
  await stage.history.write(stage.tx);
}
