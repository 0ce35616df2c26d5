import { sha256 } from './audit-event';

/** What the first link of the chain follows. */
export const GENESIS = '0'.repeat(64);

/** Where the chain ends. */
export interface ChainHead {
  sequence: number;
  hash: string;
}

export interface ChainLink extends ChainHead {
  eventId: string;
  eventHash: string;
  previousHash: string;
}

/**
 * The hash of a link: SHA-256 of the UTF-8 text `sequence|previousHash|eventHash`, the number in decimal and the hashes
 * in small hexadecimal digits. Whoever has the events can compute the whole chain again with this and nothing else.
 */
export function linkHash(sequence: number, previousHash: string, eventHash: string): string {
  return sha256(`${sequence}|${previousHash}|${eventHash}`);
}

/** The links that follow the head, for events in the order in which they are sealed. */
export function linksAfter(head: ChainHead, events: readonly { id: string; hash: string }[]): ChainLink[] {
  let { sequence, hash: previousHash } = head;
  return events.map(({ id, hash: eventHash }) => {
    sequence += 1;
    const hash = linkHash(sequence, previousHash, eventHash);
    const link = { sequence, eventId: id, eventHash, previousHash, hash };
    previousHash = hash;
    return link;
  });
}
