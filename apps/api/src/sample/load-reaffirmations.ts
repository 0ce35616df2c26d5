import type { SampleCharter } from './company/charters/charter';
import type { SampleStage } from './sample-stage';

/** Days after the ratification, by which every lead had answered. */
const ANSWERED = 152;

/** What version 2 unsettled was affirmed by those who lead it. */
export async function reaffirmAll(
  { tx, ids, calendar, history }: SampleStage,
  charters: readonly SampleCharter[],
): Promise<void> {
  for (const { code, lead } of charters) {
    const at = calendar.ago(ANSWERED, '15:20');
    const note = 'Read anew; the project upholds it as it is worded now.';
    const [settled] = await tx.query<[{ cause: string }[], number]>(
      `UPDATE reaffirmation SET settled_at = $2, settled_how = 'reaffirmed', settled_by = $3, note = $4
        WHERE charter_id = $1 AND settled_at IS NULL RETURNING cause`,
      [ids.of(code), at, ids.of(lead), note],
    );
    if (settled.length === 0) continue;
    const record = { recordType: 'charter', recordId: ids.of(code), recordCode: code };
    const after = { causes: settled.map(({ cause }) => cause), note };
    history.add({ ...record, at, actor: ids.of(lead), action: 'charter.reaffirmed', after });
  }
}
