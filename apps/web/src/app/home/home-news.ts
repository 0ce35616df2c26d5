import type { Inbox } from '@sightline/contracts';

/** What is most pressing, as a key of the language files with its number. */
export function newsOf(inbox: Inbox): { key: string; n: number } {
  const blocked = inbox.charters.filter(({ blockers }) => blockers > 0).length;
  const news = [
    { key: 'decisions', n: inbox.decisions.length },
    { key: 'blocked', n: blocked },
    { key: 'reaffirm', n: inbox.reaffirmations.length },
    { key: 'ending', n: inbox.exceptionsEnding.filter(({ renewed }) => !renewed).length },
    { key: 'requirements', n: inbox.requirementsOwed.length },
    { key: 'mentions', n: inbox.mentions.length },
    { key: 'measurements', n: inbox.measurementsDue.length },
    { key: 'charters', n: inbox.charters.length },
  ].find(({ n }) => n > 0);
  return news ?? { key: 'nothing', n: 0 };
}

/** Oldest first; of two that wait equally long the one that closes sooner. */
export function byWaiting(decisions: Inbox['decisions']): Inbox['decisions'] {
  return [...decisions].sort(
    (one, other) => one.submittedAt.localeCompare(other.submittedAt) || one.dueAt.localeCompare(other.dueAt),
  );
}

/** Most blockers first: they are where work waits for the reader. */
export function byBlockers(charters: Inbox['charters']): Inbox['charters'] {
  return [...charters].sort((one, other) => other.blockers - one.blockers || one.code.localeCompare(other.code));
}
