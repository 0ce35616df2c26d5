import { PRESENCE_EXPIRES_AFTER_S, type Presence, type Section } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { versionReference } from './strategy-draft.service';

/** Who writes where in a draft. Nothing of it is kept: whoever shows no sign of life is gone after a while. */
@Injectable()
export class StrategyPresenceService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Notes where this person writes (null: nowhere) and answers where the others do. 404; 409 when it is no draft. */
  signOfLife(reference: string, person: string, section: Section | null): Promise<Presence> {
    const wanted = versionReference(reference);
    return this.unitOfWork.write(async (tx) => {
      const [draft] = await tx.query<{ id: string; status: string; version: number }[]>(
        'SELECT id, status, version FROM strategy_version WHERE id = $1 OR number = $2',
        ['id' in wanted ? wanted.id : null, 'number' in wanted ? wanted.number : null],
      );
      if (!draft) throw Problems.notFound('strategy-version');
      if (draft.status !== 'draft') throw Problems.frozen('strategy-version-frozen', { status: draft.status });
      await tx.query(FORGET, [draft.id, person, section, PRESENCE_EXPIRES_AFTER_S]);
      if (section) await tx.query(NOTE, [draft.id, person, section]);
      const items = await tx.query<Presence['items']>(OTHERS, [draft.id, person, PRESENCE_EXPIRES_AFTER_S]);
      return { version: draft.version, items };
    });
  }
}

/** Where this person was before, and everybody who is gone. */
const FORGET = `
  DELETE FROM strategy_presence
   WHERE (strategy_version_id = $1 AND person_id = $2 AND section IS DISTINCT FROM $3)
      OR seen_at < now() - make_interval(secs => $4)`;
const NOTE = `
  INSERT INTO strategy_presence (strategy_version_id, person_id, section) VALUES ($1, $2, $3)
  ON CONFLICT (strategy_version_id, section, person_id) DO UPDATE SET seen_at = now()`;
const OTHERS = `
  SELECT jsonb_build_object('id', p.id, 'code', NULL, 'name', p.name) AS person, w.section
    FROM strategy_presence w JOIN app_user p ON p.id = w.person_id
   WHERE w.strategy_version_id = $1 AND w.person_id <> $2 AND p.status = 'active'
     AND w.seen_at >= now() - make_interval(secs => $3)
   ORDER BY p.name, w.section`;
