import type { CharterStatus } from '@sightline/contracts';
import type { SampleCharter } from './company/charters/charter';
import type { SampleStage } from './sample-stage';

/** What the audit trail calls it when a charter comes into a state. */
const DONE: Partial<Record<CharterStatus, string>> = {
  in_delivery: 'charter.started',
  live: 'charter.went-live',
};

/** What became of a charter after the board, or without it; and what its lead has written since. */
export async function liveOn(stage: SampleStage, { code, lead, life = [], ...charter }: SampleCharter): Promise<void> {
  const { tx, ids, calendar, history } = stage;
  const record = { recordType: 'charter', recordId: ids.of(code), recordCode: code };
  for (const { status, daysAgo } of life) {
    const at = calendar.ago(daysAgo, '16:45');
    await tx.query(`UPDATE charter SET status = $2, version = version + 1, updated_at = $3 WHERE id = $1`, [
      ids.of(code),
      status,
      at,
    ]);
    const action = DONE[status] ?? `charter.${status}`;
    history.add({ ...record, at, actor: ids.of(lead), action, after: { status } });
  }
  if (charter.editedDaysAgo === undefined) return;
  const at = calendar.ago(charter.editedDaysAgo, '16:10');
  const revision = charter.hearing ? 2 : 1;
  await tx.query(`UPDATE charter SET revision = $2, version = version + 1, updated_at = $3 WHERE id = $1`, [
    ids.of(code),
    revision,
    at,
  ]);
  if (revision > 1) {
    await tx.query(
      `INSERT INTO charter_material_edit (charter_id, revision, user_id, first_at) VALUES ($1, $2, $3, $4)`,
      [ids.of(code), revision, ids.of(lead), at],
    );
  }
  history.add({ ...record, at, actor: ids.of(lead), action: 'charter.edited', after: { revision } });
}
