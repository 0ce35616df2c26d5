import { randomUUID } from 'node:crypto';
import type { Charter, Kpi, Page, Proposal, ProposalSummary } from '@sightline/contracts';
import { Caller } from './caller';

export const WRITE_KINDS = ['unit', 'charter', 'title', 'principles', 'measurements', 'vote'] as const;
export type WriteKind = (typeof WRITE_KINDS)[number];

/** A write that was sent, and what its sender knows of it. `token` stands in every row that it makes. */
export interface SentWrite {
  kind: WriteKind;
  token: string;
  requestId: string;
  /** When it went out, by `performance.now()`. */
  sentAt: number;
  /** A 2xx came back. */
  acknowledged: boolean;
  /** An answer came back that says it was not done. */
  refused: boolean;
  status: number | null;
  /** Sends the same again with the same Idempotency-Key; only where the first carried one. */
  again?: () => Promise<number | null>;
}

/** Writers of every kind of change, in the sample company. */
export interface Writers {
  /** Everybody begins: each sends one write after the other. */
  begin(): Shift;
}

export interface Shift {
  /** What was answered so far, or ended without an answer. */
  readonly sent: readonly SentWrite[];
  /** Asks all to stop, and waits for their last answers. */
  end(): Promise<SentWrite[]>;
}

type Send = (token: string, requestId: string, key: string) => Promise<Attempt>;
interface Attempt {
  status: number | null;
  sentAt: number;
  again?: () => Promise<number | null>;
}

const MEASUREMENTS_AT_ONCE = 3;
const DAY_MS = 86_400_000;

/** Signs in who writes, and makes the records that each of them writes to. */
export async function employWriters(url: string, lanes: number): Promise<Writers> {
  const [admin, cio, member] = await Promise.all(
    (['admin', 'cio', 'board-it'] as const).map((persona) => Caller.signedIn(url, persona)),
  );
  if (!admin || !cio || !member) throw new Error('Nobody signed in.');
  const places = await Promise.all(Array.from({ length: lanes }, (_, lane) => placeOf(cio, lane)));
  const ballots = await ballotsOf(member);
  const kinds: Record<WriteKind, (lane: number) => Send> = {
    unit: () => unit(admin),
    charter: () => newCharter(cio),
    title: (lane) => title(cio, place(places, lane)),
    principles: (lane) => principles(cio, place(places, lane)),
    measurements: (lane) => measurements(cio, place(places, lane)),
    vote: () => vote(member, ballots),
  };
  return {
    begin() {
      const sent: SentWrite[] = [];
      let over = false;
      const lane = async (at: number): Promise<void> => {
        while (!over) {
          const kind = WRITE_KINDS[Math.floor(Math.random() * WRITE_KINDS.length)] ?? 'unit';
          sent.push(await one(kind, kinds[kind](at)));
        }
      };
      const working = Promise.all(places.map((_, at) => lane(at)));
      const end = async (): Promise<SentWrite[]> => {
        over = true;
        await working;
        return sent;
      };
      return { sent, end };
    },
  };
}

async function one(kind: WriteKind, send: Send): Promise<SentWrite> {
  const [token, requestId, key] = [`w-${randomUUID()}`, randomUUID(), randomUUID()];
  const { status, sentAt, again } = await send(token, requestId, key);
  return {
    kind,
    token,
    requestId,
    sentAt,
    acknowledged: status !== null && status < 300,
    refused: status !== null && status >= 400 && status < 500,
    status,
    ...(again ? { again } : {}),
  };
}

/** Where one lane writes: a charter and a KPI of its own, so that only faults refuse it. */
interface Place {
  charter: string;
  kpi: string;
  day: number;
}

async function placeOf(cio: Caller, lane: number): Promise<Place> {
  const charter = await cio.does<Charter>('POST', '/charters', { title: `Lane ${lane}` });
  const kpi = await cio.does<Kpi>('POST', '/kpis', { name: `Lane ${lane} ${randomUUID()}` });
  return { charter: charter.code, kpi: kpi.code, day: 0 };
}

function place(places: readonly Place[], lane: number): Place {
  const found = places[lane];
  if (!found) throw new Error(`There is no lane ${lane}.`);
  return found;
}

const POST = (caller: Caller, path: string, body: object, requestId: string, key: string) => async () =>
  (await caller.send('POST', path, body, { requestId, key }))?.status ?? null;

const repeatable = async (send: () => Promise<number | null>): Promise<Attempt> => ({
  ...(await timed(send)),
  again: send,
});

async function timed(send: () => Promise<number | null>): Promise<{ status: number | null; sentAt: number }> {
  const sentAt = performance.now();
  return { status: await send(), sentAt };
}

const unit =
  (admin: Caller): Send =>
  (token, requestId, key) =>
    repeatable(POST(admin, '/business-units', { name: token, kind: 'business' }, requestId, key));

const CITED = ['P-01', 'P-02'];

const newCharter =
  (cio: Caller): Send =>
  (token, requestId, key) => {
    const body = {
      title: token,
      principles: CITED.map((principle) => ({ principle, how: token })),
      kpis: [{ kpi: 'K-002' }],
    };
    return repeatable(POST(cio, '/charters', body, requestId, key));
  };

/** Based on the version that is there now, as a page would after a reload. */
async function onCharter(
  cio: Caller,
  { charter }: Place,
  method: string,
  part: string,
  body: object,
  requestId: string,
): Promise<Attempt> {
  const seen = await cio.send('GET', `/charters/${charter}`);
  if (seen?.status !== 200) return { status: null, sentAt: performance.now() };
  const { version } = seen.body as Charter;
  const address = `/charters/${charter}${part}`;
  return timed(async () => (await cio.send(method, address, body, { version, requestId }))?.status ?? null);
}

const title =
  (cio: Caller, where: Place): Send =>
  (token, requestId) =>
    onCharter(cio, where, 'PATCH', '', { title: token }, requestId);

const principles =
  (cio: Caller, where: Place): Send =>
  (token, requestId) => {
    const body = { principles: CITED.map((principle) => ({ principle, how: token })) };
    return onCharter(cio, where, 'PUT', '/principles', body, requestId);
  };

const measurements =
  (cio: Caller, where: Place): Send =>
  (token, requestId, key) => {
    const rows = Array.from({ length: MEASUREMENTS_AT_ONCE }, (_, at) => ({
      value: at,
      date: new Date(Date.UTC(1900, 0, 1) + (where.day + at) * DAY_MS).toISOString().slice(0, 10),
      note: token,
    }));
    where.day += MEASUREMENTS_AT_ONCE;
    return repeatable(POST(cio, `/kpis/${where.kpi}/measurements`, { measurements: rows }, requestId, key));
  };

interface Ballot {
  code: string;
  snapshotHash: string;
}

/** The open proposals of the sample company on which this member of the board may vote. */
async function ballotsOf(member: Caller): Promise<Ballot[]> {
  const { items } = await member.does<Page<ProposalSummary>>('GET', '/proposals?status=open');
  const proposals = await Promise.all(items.map(({ code }) => member.does<Proposal>('GET', `/proposals/${code}`)));
  const ballots = proposals.filter(({ mine }) => mine.mayVote);
  if (ballots.length === 0) throw new Error('There is nothing to vote on.');
  return ballots;
}

const vote =
  (member: Caller, ballots: readonly Ballot[]): Send =>
  async (token, requestId) => {
    const { code, snapshotHash } = ballots[Math.floor(Math.random() * ballots.length)] ?? {};
    const body = { choice: 'abstain', reason: token, snapshotHash };
    return timed(
      async () => (await member.send('PUT', `/proposals/${code}/vote`, body, { requestId }))?.status ?? null,
    );
  };
