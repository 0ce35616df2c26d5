import type { Measured } from './kept.ts';
import type { Shot } from './shots.ts';
import { median } from './statistics.ts';

/** What Sightline does in a workload that the limit leaves out, and what would bring it nearer. */
interface Gap {
  does: string;
  nearer: string;
}

const EVERY_REQUEST =
  'finds the session, asks the permission of the route, checks every parameter, gives the request an id, counts it, logs it and sends the headers of safety';
const NO_FRAMEWORK =
  'the statement itself costs about what the limit’s does, so the rest is the way through Nest and Fastify; a handler beside them would be a second door to guard';

const GAPS: Readonly<Record<string, Gap>> = {
  R1: { does: EVERY_REQUEST, nearer: NO_FRAMEWORK },
  R2: { does: `${EVERY_REQUEST}; the rules compute how ready each domain is`, nearer: NO_FRAMEWORK },
  R3: {
    does: `${EVERY_REQUEST}; opens a transaction, reads session and roles again inside it, looks up every reference so that it can name each one that is unknown, remembers the first editor, and writes the audit event with its hash and the event for the outbox: all that goes to PostgreSQL and back twice (begin, session, code and references; charter, links, answer and events with the commit), where the limit goes once`,
    nearer:
      'nothing that could be left out: what is left is the request itself (reading and checking a body, Nest and Fastify) and what the limit leaves out on purpose: the session, the references, the editor, the outbox',
  },
  R4: { does: EVERY_REQUEST, nearer: NO_FRAMEWORK },
  R6: {
    does: `${EVERY_REQUEST}; reads a thousand rows as JSON, checks each, makes their ids, and writes them out again as the answer`,
    nearer: 'an answer that only counts what was recorded, which the contract does not allow',
  },
  R8: {
    does: `${EVERY_REQUEST}; judges the facts by 22 checks, the outcome statement by its words among them, and says each in the reader’s language`,
    nearer: 'keeping the assessment of the outcome statement beside the charter, as a second truth to keep in step',
  },
};

/** Why a target is not met: what is done beyond the limit, what that costs, and what would help. */
export function gapOf({ workload, product, limit }: Measured): string[] {
  const gap = GAPS[workload];
  if (!gap) return [];
  const more = (read: (shot: Shot) => number): string =>
    (median(product.map(read)) - median(limit.map(read))).toFixed(2);
  const [server, database] = [more(({ serverMs }) => serverMs), more(({ databaseMs }) => databaseMs)];
  return [
    '',
    `**${workload}**: ${server} ms of server and ${database} ms of database more than the limit. Sightline ${gap.does}.`,
    `Nearer: ${gap.nearer}.`,
  ];
}
