import type { Charter, GateCode, ReaffirmCharter, SignedInUser } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { requireVersion } from '../platform/records/if-match';
import { readCharterGateFacts } from './charter-gate.facts';
import { lockCharterFacts } from './charter-fact-locks';
import { lockCharter, type LockedCharter } from './charter-lock';
import { readCharter } from './charter-reading';
import { gateAnswer } from './gate-answer';
import { readerLanguage } from './reader-language';

/** What a charter stands on; the rest of the gate was asked when it was approved and has nothing to do with this. */
const FOOTING: readonly GateCode[] = ['PRINCIPLE', 'KPI', 'SPONSORS', 'FACTS', 'DEVIATION'];

/** Its lead confirms that an approved charter still holds, after something changed elsewhere (PRODUCT section 3). */
@Injectable()
export class CharterReaffirmation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
  ) {}

  /**
   * Settles whatever awaits the charter. 409 when nothing does, when a principle left the strategy (that needs a change
   * request), and `gate-blocked` while its footing does not hold under the strategy in force.
   */
  reaffirm(reference: string, version: number | null, { note }: ReaffirmCharter, user: SignedInUser): Promise<Charter> {
    return this.unitOfWork.write(async (tx) => {
      const charter = await lockCharter(tx, reference);
      demand(user, 'charter.reaffirm', { own: charter.content.lead === user.id });
      if (version !== null) requireVersion(version, charter.version);
      await tx.query('SELECT 1 FROM strategy FOR SHARE');
      await lockCharterFacts(tx, charter.id, charter.content);
      await this.requireFooting(tx, charter);
      const causes = await settle(tx, charter, { how: 'reaffirmed', by: user.id, note });
      await tx.query('UPDATE charter SET version = version + 1, updated_at = now() WHERE id = $1', [charter.id]);
      await this.auditTrail.record(tx, {
        action: 'charter.reaffirmed',
        recordType: 'charter',
        recordId: charter.id,
        recordCode: charter.code,
        after: { causes, note },
      });
      return readCharter(tx, charter.id);
    });
  }

  private async requireFooting(tx: EntityManager, { id }: LockedCharter): Promise<void> {
    const facts = await readCharterGateFacts(tx, id);
    if (facts.awaiting.length === 0) throw Problems.rule('nothing-to-reaffirm');
    const left = facts.awaiting.filter(({ cause }) => cause === 'principle_left').map(({ about }) => about);
    if (left.length > 0) throw Problems.rule('reaffirm-needs-change', { principles: left });
    const { checks } = gateAnswer(facts, 'approve', readerLanguage());
    const broken = checks.some(({ code, level, passed }) => FOOTING.includes(code) && !passed && level === 'blocker');
    if (broken) throw Problems.gateBlocked(checks);
  }
}

/** Settles every open entry of a charter; answers what they were about. */
async function settle(
  tx: EntityManager,
  { id }: { id: string },
  { how, by, note }: { how: 'reaffirmed'; by: string; note: string },
): Promise<string[]> {
  const [settled] = await tx.query<[{ cause: string }[], number]>(
    `UPDATE reaffirmation SET settled_at = now(), settled_how = $2, settled_by = $3, note = $4
      WHERE charter_id = $1 AND settled_at IS NULL RETURNING cause`,
    [id, how, by, note],
  );
  return settled.map(({ cause }) => cause);
}

/**
 * A change the board approved settles what it answers: what was worded anew or ended was weighed with it, a principle
 * that left is replaced, and whoever is gone has a successor.
 */
export async function settleByChange(tx: EntityManager, charterId: string): Promise<void> {
  await tx.query(
    `UPDATE reaffirmation r SET settled_at = now(), settled_how = 'change_request'
       FROM charter c
      WHERE c.id = r.charter_id AND r.charter_id = $1 AND r.settled_at IS NULL
        AND CASE r.cause
              WHEN 'principle_left' THEN NOT EXISTS (
                SELECT 1 FROM charter_principle l WHERE l.charter_id = c.id AND l.principle_id = r.principle_id)
              WHEN 'sponsor_gone' THEN c.business_sponsor_id IS DISTINCT FROM r.user_id
              WHEN 'lead_gone' THEN c.lead_id IS DISTINCT FROM r.user_id AND c.it_lead_id IS DISTINCT FROM r.user_id
              ELSE true END`,
    [charterId],
  );
}
