import type { SessionCookies } from '../client';
import { Random } from '../histories/random';
import { changedSince, type Fingerprint, fingerprintOf } from '../openapi/fingerprint';
import { filled, KnownRecords } from '../openapi/known-records';
import { needsVersion, type Operation } from '../openapi/operations';
import { headersOf, type RawAnswer, type RawRequest, send } from '../openapi/send';
import type { RunningApi } from '../start-api';
import { type Case, casesFor, slowCases } from './cases';
import type { Judge } from './judge';

export interface Finding {
  operation: string;
  what: string;
  complaint: string;
}

/** What was tried at one operation. */
export interface Tried {
  cases: number;
  accepted: number;
  /** Refusals after which every row of the database was compared. */
  compared: number;
  slowestMs: number;
  /** What took so long. */
  slowest?: Case;
  /** The most work this process had with one request, in milliseconds of processor time. */
  mostWorkMs: number;
  findings: Finding[];
}

/** How many refused requests in a row are held against the rows of the database together. */
const TOGETHER = 20;

/** How often the slowest request is asked again. */
const AGAIN = 3;

/** Whoever takes records out is named in the audit trail. */
const LEAVES_AN_EVENT = /^\/exports\//;

/** Sends the cases of one operation after the other and has every answer judged. */
export class Fuzzer {
  private readonly sessions = new Map<string, SessionCookies>();

  constructor(
    private readonly api: RunningApi,
    private readonly newSession: () => Promise<SessionCookies>,
    private readonly known: KnownRecords,
    private readonly operations: readonly Operation[],
    private readonly judge: Judge,
  ) {}

  /** So many cases of every kind, the same for the same seed. */
  run(operation: Operation, seed: number, wanted: number): Promise<Tried> {
    const cases = casesFor(operation, (property) => this.referencesOf(property), seed, wanted);
    return this.try(operation, this.inOrder(operation, cases), seed);
  }

  /** Text that is slow to look at; how long the slowest answer took is in the result. */
  runSlow(operation: Operation, seed: number, wanted: number): Promise<Tried> {
    const cases = slowCases(operation, (property) => this.referencesOf(property), seed, wanted);
    return this.try(operation, cases, seed);
  }

  /** How long such a request takes at best, in milliseconds: what the machine did meanwhile is not ours. */
  async again(operation: Operation, one: Case): Promise<number> {
    const times: number[] = [];
    for (let time = 0; time < AGAIN; time += 1) {
      const { request } = await this.requestFor(operation, one, new Random(time));
      times.push((await send(this.api.port, request)).ms);
    }
    return Math.min(...times);
  }

  private async try(operation: Operation, cases: readonly Case[], seed: number): Promise<Tried> {
    const tried: Tried = { cases: 0, accepted: 0, compared: 0, slowestMs: 0, mostWorkMs: 0, findings: [] };
    const random = new Random(seed);
    let before: Fingerprint | undefined;
    let refused: Case[] = [];
    for (const one of cases) {
      const { request, within } = await this.requestFor(operation, one, random);
      before ??= await fingerprintOf(this.api.owner);
      const worked = process.cpuUsage();
      const answer = await send(this.api.port, request);
      const { user, system } = process.cpuUsage(worked);
      tried.cases++;
      tried.mostWorkMs = Math.max(tried.mostWorkMs, (user + system) / 1_000);
      if (answer.ms > tried.slowestMs) [tried.slowestMs, tried.slowest] = [answer.ms, one];
      this.blame(tried, operation, one.what, this.judge.complaints(operation, one, answer));
      if (answer.status >= 400) refused.push(one);
      else {
        tried.accepted++;
        this.learn(operation, within, answer);
        // What was refused before a change that was meant can no longer be told from it.
        if (operation.method !== 'GET' || LEAVES_AN_EVENT.test(operation.path)) [before, refused] = [undefined, []];
      }
      if (before && refused.length >= TOGETHER) {
        await this.compare(tried, operation, refused, before);
        refused = [];
      }
    }
    if (before) await this.compare(tried, operation, refused, before);
    return tried;
  }

  /** What the document does not allow comes first, so that its refusals are held against rows that nothing else moves. */
  private inOrder({ body }: Operation, cases: Case[]): Case[] {
    const mayBeDone = (one: Case): boolean =>
      one.raw === undefined && (!body || one.body === undefined || this.judge.allows(body, one.body));
    return [...cases.filter((one) => !mayBeDone(one)), ...cases.filter(mayBeDone)];
  }

  /** A refused request leaves every row as it was. */
  private async compare(tried: Tried, operation: Operation, refused: Case[], before: Fingerprint): Promise<void> {
    if (refused.length === 0) return;
    const changed = changedSince(before, await fingerprintOf(this.api.owner));
    tried.compared += refused.length;
    if (changed.length === 0) return;
    const what = refused.map((one) => one.what).join('; ');
    this.blame(tried, operation, what.slice(0, 400), [`refused, and yet it changed ${changed.join(', ')}`]);
  }

  private async requestFor(
    operation: Operation,
    { body, raw, headers, query, pathValue }: Case,
    random: Random,
  ): Promise<{ request: RawRequest; within: string[] }> {
    const within = this.known.parametersFor(
      operation.path,
      (among) => random.whole(0, Math.max(among - 1, 0)),
      () => random.chance(0.5),
    );
    if (pathValue !== undefined) within[within.length - 1] = pathValue;
    const address = filled(operation.path, within);
    const bytes = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const version = needsVersion(operation) ? await this.versionAt(operation, address) : undefined;
    const request = {
      method: operation.method,
      path: `/api/v1${address}${query === undefined ? '' : `?${query}`}`,
      headers: {
        ...headersOf(this.api.port, await this.sessionFor(operation)),
        ...(bytes !== undefined && { 'content-type': 'application/json' }),
        ...(version !== undefined && { 'if-match': version }),
        ...headers,
      },
      body: bytes,
    };
    return { request, within };
  }

  /** One for each operation; one for each request where signing in or out ends the one that was there. */
  private async sessionFor({ name, path }: Operation): Promise<SessionCookies> {
    const known = this.sessions.get(name);
    if (known && !path.startsWith('/auth/')) return known;
    const session = await this.newSession();
    this.sessions.set(name, session);
    return session;
  }

  /** The ETag of the record that a path belongs to: its own, or that of what it lies in. */
  private async versionAt(operation: Operation, address: string): Promise<string> {
    for (let path = address; path.length > 1; path = path.slice(0, path.lastIndexOf('/'))) {
      const readable = this.operations.some(
        (one) => one.method === 'GET' && new RegExp(`^${one.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
      );
      if (!readable) continue;
      const session = headersOf(this.api.port, await this.sessionFor(operation));
      const { headers } = await send(this.api.port, { method: 'GET', path: `/api/v1${path}`, headers: session });
      if (headers['etag']) return headers['etag'];
    }
    return '"1"';
  }

  /** What was created is there for the cases that follow. */
  private learn({ method, path }: Operation, within: string[], { status, body }: RawAnswer): void {
    if (method === 'POST' && status === 201 && typeof body === 'object' && body !== null) {
      this.known.add(path, within, body as Record<string, unknown>);
    }
  }

  private referencesOf(property: string): string[] {
    if (property === 'email') return ['someone@example.org'];
    const texts = this.known
      .named(property)
      .flatMap(({ id, values: { code, email } }) => [id, code, email])
      .filter((one): one is string => typeof one === 'string');
    return texts.length > 0 ? texts : ['01900000-0000-7000-8000-000000000000'];
  }

  private blame(tried: Tried, { name }: Operation, what: string, complaints: readonly string[]): void {
    tried.findings.push(...complaints.map((complaint) => ({ operation: name, what, complaint })));
  }
}
