import type { SampleCharter } from './company/charters/charter';
import type { Row } from './sample-rows';
import type { SampleStage } from './sample-stage';

/** What the constituencies asked for; numbers follow the order in which it was asked. */
export function requirementRows(
  { ids, calendar, history }: SampleStage,
  { code, lead, requirements = [] }: SampleCharter,
  which: 'answered' | 'open',
): Row[] {
  const record = { recordType: 'charter', recordId: ids.of(code), recordCode: code };
  return requirements.flatMap(({ constituency, by, daysAgo, text, answer }, index) => {
    if ((which === 'answered') !== Boolean(answer)) return [];
    const number = index + 1;
    const at = calendar.ago(daysAgo, '13:50');
    const answeredAt = answer ? calendar.ago(answer.daysAgo, '11:30') : null;
    const stated = { action: 'requirement.stated', after: { requirement: number, constituency, text } };
    history.add({ ...record, ...stated, at, actor: ids.of(by) });
    if (answer && answeredAt) {
      const answered = { action: 'requirement.answered', after: { requirement: number, answer: answer.text } };
      history.add({ ...record, ...answered, at: answeredAt, actor: ids.of(lead) });
    }
    const said = { answer: answer?.text ?? null, answered_by: answer ? ids.of(lead) : null, answered_at: answeredAt };
    const written = { version: answer ? 2 : 1, created_at: at, created_by: ids.of(by), updated_at: answeredAt ?? at };
    return [
      {
        id: ids.add(`${code} requirement ${number}`),
        charter_id: ids.of(code),
        number,
        constituency,
        text,
        ...said,
        ...written,
      },
    ];
  });
}

/** The plan by value; one without a value is shown as activity. */
export function milestoneRows(
  { ids, calendar, history }: SampleStage,
  { code, lead, milestones = [], createdDaysAgo }: SampleCharter,
): Row[] {
  const record = { recordType: 'charter', recordId: ids.of(code), recordCode: code };
  return milestones.map(({ title, value = null, kpi, expected, due, reachedDaysAgo }) => {
    const id = ids.add(`${code} milestone ${title}`);
    const at = calendar.ago(createdDaysAgo - 1, '14:05');
    const actor = ids.of(lead);
    const reached = reachedDaysAgo === undefined ? null : calendar.ago(reachedDaysAgo, '15:30');
    history.add({ ...record, at, actor, action: 'milestone.created', after: { id, title, value } });
    if (reached)
      history.add({
        ...record,
        at: reached,
        actor,
        action: 'milestone.changed',
        after: { id, title, reachedOn: reached.slice(0, 10) },
      });
    const effect = { kpi_id: ids.orNull(kpi), expected_value: expected ?? null };
    const dates = { due_on: calendar.monthEnd(due), reached_on: reached?.slice(0, 10) ?? null };
    const written = { version: reached ? 2 : 1, created_at: at, created_by: actor, updated_at: reached ?? at };
    return { id, charter_id: ids.of(code), title, value, ...effect, ...dates, ...written };
  });
}
