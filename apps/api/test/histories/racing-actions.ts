import { close, vote } from './board-actions';
import type { Action, History } from './history';

/** Two or three at the same moment; whatever comes first, what stands in the end has to be lawful. */
async function race(history: History): Promise<void> {
  const subject = await history.subject();
  const { random, records } = history;
  const lead = { id: subject.lead };
  const rivals: (() => Promise<unknown>)[] = [
    () => close(history, 'secretary'),
    () => vote(history, 'business1', 'reject'),
    () => vote(history, 'data', 'approve'),
    () =>
      history.ask(
        lead,
        'PATCH',
        `/charters/${subject.id}`,
        { narrative: `Raced ${random.whole(1, 1_000_000)}.` },
        subject.version,
      ),
    () => history.ask(lead, 'PATCH', `/charters/${subject.id}`, { budget: null }, subject.version),
    () => history.ask(lead, 'POST', `/charters/${subject.id}/withdraw`),
    async () =>
      history.ask(
        'cio',
        'PATCH',
        `/kpis/${records.kpi.id}`,
        { definition: `Raced ${random.whole(1, 1_000_000)}.`, reason: 'Now.' },
        await history.versionOf('kpi', records.kpi.id),
      ),
  ];
  const others = random.chance(0.5) ? [random.pick(rivals)] : [random.pick(rivals), random.pick(rivals)];
  await Promise.all([close(history, 'secretary'), ...others.map((rival) => rival())]);
}

export const RACING_ACTIONS: Action[] = [{ name: 'race with the closing', weight: 1.5, run: race }];
