import fc from 'fast-check';
import type { Problem } from '@sightline/contracts';
import type { SessionCookies } from '../client';
import { valid } from '../fuzz/values';
import { Random } from '../histories/random';
import { filled, type KnownRecords, NOBODY } from '../openapi/known-records';
import { needsVersion, type Operation } from '../openapi/operations';
import { headersOf, type RawAnswer, send } from '../openapi/send';
import type { RunningApi } from '../start-api';
import type { Seen } from './expected';
import type { Person } from './people';

/** What was asked of one operation, and what was wrong. */
export interface Asked {
  requests: number;
  /** Questions about somebody else's record that no answer decided: the record was in no state for it. */
  undecided: string[];
  /** Own records that could not be made: nothing in the database says who answers for them. */
  unowned: string[];
  wrong: string[];
}

interface Nobody {
  session: SessionCookies | undefined;
  userId: undefined;
}

/** Properties that say who answers for a record. */
const ANSWERS = ['owner', 'steward', 'lead'];

/** Puts questions: addresses of records that are there, bodies that are allowed, versions that stand. */
export class Asking {
  constructor(
    private readonly api: RunningApi,
    private readonly known: KnownRecords,
    private readonly reader: SessionCookies,
  ) {}

  /** Asks as somebody, at these records; with the version that stands unless another is given. */
  async ask(
    asked: Asked,
    operation: Operation,
    { session, userId }: Pick<Person, 'session' | 'userId'> | Nobody,
    parameters: string[],
    seed: number,
    version?: string,
  ): Promise<Seen> {
    const address = filled(operation.path, parameters);
    const stands = version ?? (needsVersion(operation) ? await this.versionAt(address) : undefined);
    const path = `/api/v1${address}`;
    // A new record is one's own by naming oneself in it.
    const own = userId && !operation.path.includes('{') ? userId : undefined;
    const answer = await this.send(asked, operation.method, path, session, this.bodyOf(operation, seed, own), stands);
    return { status: answer.status, code: (answer.body as Problem | null)?.code };
  }

  /** Sends, and counts. */
  send(
    asked: Asked,
    method: string,
    path: string,
    session: SessionCookies | undefined,
    body: string | undefined,
    version: string | undefined,
  ): Promise<RawAnswer> {
    asked.requests++;
    const headers = {
      ...headersOf(this.api.port, session),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(version !== undefined && { 'if-match': version }),
    };
    return send(this.api.port, { method, path, headers, body });
  }

  /** The version that stands, so that nothing but the person can be the reason for a refusal. */
  async versionAt(address: string): Promise<string> {
    for (let path = address; path.length > 1; path = path.slice(0, path.lastIndexOf('/'))) {
      const headers = headersOf(this.api.port, this.reader);
      const answer = await send(this.api.port, { method: 'GET', path: `/api/v1${path}`, headers });
      if (answer.headers['etag']) return answer.headers['etag'];
    }
    return '"1"';
  }

  /** A record that is there; its id and not its code, so that it can be found in the database. */
  parameters(operation: Operation, seed: number): string[] {
    const random = new Random(seed);
    return this.known.parametersFor(operation.path, (among) => random.whole(0, Math.max(among - 1, 0)));
  }

  /** A body the document allows; what is made in it is one's own where that is asked for. */
  bodyOf(operation: Operation, seed: number, own?: string): string | undefined {
    const { body } = operation;
    if (!body) return undefined;
    const references = (property: string): string[] => {
      const ids = this.known.named(property).map(({ id }) => id);
      return ids.length > 0 ? ids : [NOBODY];
    };
    const whole = fc.sample(valid(body, references), { seed, numRuns: 1 })[0] as object;
    return JSON.stringify(
      own ? { ...whole, ...Object.fromEntries(answering(operation).map((name) => [name, own])) } : whole,
    );
  }

  /** Only what has to be there, so that nothing else can be the reason for a refusal. */
  leastBodyOf(operation: Operation, seed: number): Record<string, unknown> {
    const whole = JSON.parse(this.bodyOf(operation, seed) ?? '{}') as Record<string, unknown>;
    const required = (operation.body?.['required'] ?? []) as string[];
    return Object.fromEntries(required.map((name) => [name, whole[name]]));
  }
}

/** The properties of a request that say who answers for a record. */
export function answering({ body }: Operation): string[] {
  return Object.keys(body?.['properties'] ?? {}).filter((name) => ANSWERS.includes(name));
}
