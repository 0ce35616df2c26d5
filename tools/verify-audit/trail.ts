import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { SignedPlace } from './checkpoints.ts';

/** Something that does not fit, in plain words, and where in the chain. */
export interface TrailFinding {
  what: string;
  sequence: number | null;
}

interface Link {
  sequence: number;
  eventId: string;
  eventHash: string;
  previousHash: string;
  hash: string;
  body: string | null;
}

/** Findings beyond these say nothing new. */
const FINDINGS_MAX = 1_000;

/** Reads an export line by line; memory stays flat. Rejects when the file cannot be read. */
export async function verifyTrail(
  file: string,
  checkpoints: readonly SignedPlace[],
): Promise<{ links: number; head: { sequence: number; hash: string }; findings: TrailFinding[] }> {
  const findings: TrailFinding[] = [];
  const find = (what: string, sequence: number | null): void => {
    if (findings.length < FINDINGS_MAX) findings.push({ what, sequence });
  };
  const signed = Map.groupBy(checkpoints, ({ sequence }) => sequence);
  let announced: { links: number; head: string | null } | null = null;
  let head = { sequence: 0, hash: '0'.repeat(64) };
  let links = 0;
  for await (const text of linesOf(file)) {
    const line = parsed(text);
    if (announced === null) {
      announced = line as { links: number; head: string | null } | null;
      if (!isHeading(line)) throw new Error('This is no export of an audit trail of format 1.');
      continue;
    }
    if (!isLink(line)) {
      find('A line is not a link of the chain.', null);
      continue;
    }
    for (const what of misfitsOf(line, head)) find(what, line.sequence);
    for (const place of signed.get(line.sequence) ?? []) {
      if (place.hash !== line.hash) find('The chain is not the one that was signed.', line.sequence);
    }
    head = { sequence: line.sequence, hash: line.hash };
    links += 1;
  }
  if (announced && (announced.links !== links || (announced.head ?? '0'.repeat(64)) !== head.hash)) {
    find(`The heading announces ${announced.links} links; ${links} are there.`, null);
  }
  const last = Math.max(0, ...checkpoints.map(({ sequence }) => sequence));
  if (last > head.sequence) find('The chain ends before a checkpoint that was signed.', last);
  return { links, head, findings };
}

/** Ends lines at line feeds only: an event may hold other characters that programs take for the end of a line. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8' }) as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) yield rest;
}

function misfitsOf(link: Link, before: { sequence: number; hash: string }): string[] {
  const misfits: string[] = [];
  const follows = link.sequence === before.sequence + 1;
  if (!follows) misfits.push(`A link is missing, or stands in another place: it follows no. ${before.sequence}.`);
  if (follows && link.previousHash !== before.hash) misfits.push('The link does not follow the one before it.');
  if (link.hash !== sha256(`${link.sequence}|${link.previousHash}|${link.eventHash}`)) {
    misfits.push('The link was changed.');
  }
  if (link.body === null) misfits.push('The event is gone.');
  else if (sha256(link.body) !== link.eventHash || idIn(link.body) !== link.eventId) {
    misfits.push('The event was changed after it was sealed.');
  }
  return misfits;
}

function idIn(body: string): unknown {
  return (parsed(body) as { id?: unknown } | null)?.id;
}

function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isHeading(line: unknown): boolean {
  const heading = line as { kind?: unknown; format?: unknown } | null;
  return heading?.kind === 'sightline audit trail' && heading.format === 1;
}

function isLink(line: unknown): line is Link {
  const link = line as Partial<Link> | null;
  return (
    Number.isSafeInteger(link?.sequence) &&
    [link?.eventId, link?.eventHash, link?.previousHash, link?.hash].every((text) => typeof text === 'string') &&
    (link?.body === null || typeof link?.body === 'string')
  );
}
