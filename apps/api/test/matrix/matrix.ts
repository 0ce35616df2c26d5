import fc from 'fast-check';
import type { Problem } from '@sightline/contracts';
import type { SessionCookies } from '../client';
import { valid } from '../fuzz/values';
import { Random } from '../histories/random';
import { filled, type KnownRecords } from '../openapi/known-records';
import { needsVersion, type Operation } from '../openapi/operations';
import { headersOf, type RawAnswer, send } from '../openapi/send';
import type { RunningApi } from '../start-api';
import { decides, expectedOf, type Relation, type Seen, wrongForNobody, wrongWith } from './expected';
import { Owning } from './owning';
import { pathVariants } from './path-variants';
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

/** Records to try until an answer says something about the person. */
const RECORDS_MAX = 12;
/** Properties that say who answers for a record. */
const ANSWERS = ['owner', 'steward', 'lead'];
const NO_VERSION = '"2147483647"';

/** Asks one operation as everybody, at records that are theirs and that are not. */
export class Matrix {
  private readonly owning: Owning;

  constructor(
    private readonly api: RunningApi,
    private readonly known: KnownRecords,
    private readonly people: readonly Person[],
    private readonly dead: ReadonlyMap<string, SessionCookies | undefined>,
    private readonly reader: SessionCookies,
  ) {
    this.owning = new Owning(api.owner);
  }

  /** Everything that must be refused; nothing of it may leave a trace. */
  async refusals(operation: Operation, variants: number): Promise<Asked> {
    const asked: Asked = { requests: 0, undecided: [], unowned: [], wrong: [] };
    if (!operation.permission) return asked;
    for (const [who, session] of this.dead) {
      const seen = await this.ask(asked, operation, { session, userId: undefined }, this.parameters(operation, 1), 1);
      this.note(asked, who, wrongForNobody(seen));
    }
    for (const person of this.people) await this.refusal(asked, operation, person);
    await this.otherPaths(asked, operation, variants);
    return asked;
  }

  /** Everything that must not be refused: where the table says any record, and at one's own. */
  async openings(operation: Operation): Promise<Asked> {
    const asked: Asked = { requests: 0, undecided: [], unowned: [], wrong: [] };
    const { permission } = operation;
    if (!permission) return asked;
    for (const person of this.people) {
      const relation = relationFor(operation, person, permission);
      if (relation) await this.opening(asked, operation, person, relation);
    }
    return asked;
  }

  private async opening(asked: Asked, operation: Operation, person: Person, relation: Relation): Promise<void> {
    const parameters = this.parameters(operation, 3);
    const answers: (string | undefined)[] = [];
    let missed = relation === 'none' && onlyOwn(operation, person);
    for (const relate of await this.waysTo(relation, parameters, person)) {
      if (await relate()) {
        const seen = await this.ask(asked, operation, person, parameters, 3, NO_VERSION);
        answers.push(wrongWith('open', seen));
      } else missed = true;
      if (answers.includes(undefined)) return;
    }
    const [wrong] = answers;
    // A way of answering for the record that could not be tried may have been the one that counts.
    if (wrong && (!missed || !wrong.startsWith('403'))) this.note(asked, `${person.role} (${relation})`, wrong);
    else asked.unowned.push(person.role);
  }

  /** Whoever may only do it to their own cannot hand it to somebody else, nor make one for somebody else (T6). */
  async handovers(operation: Operation): Promise<Asked> {
    const asked: Asked = { requests: 0, undecided: [], unowned: [], wrong: [] };
    const { permission, path } = operation;
    if (!permission) return asked;
    const inPath = path.includes('{');
    for (const person of this.people) {
      if (expectedOf(person.role, permission, 'own') !== 'open') continue;
      if (expectedOf(person.role, permission, 'foreign') !== 'hidden') continue;
      const other = this.people.find(({ role }) => role === 'cio_office')?.userId ?? '';
      const given = Object.fromEntries(answering(operation).map((name) => [name, other]));
      let decided = false;
      for (let seed = 1; seed <= RECORDS_MAX && !decided; seed++) {
        const parameters = this.parameters(operation, seed);
        const [relate] = inPath ? await this.waysTo('own', parameters, person) : [];
        if (relate && !(await relate())) continue;
        const rest = inPath ? {} : this.leastBodyOf(operation, seed);
        const version = needsVersion(operation) ? await this.versionAt(filled(path, parameters)) : undefined;
        const answer = await this.send(
          asked,
          operation.method,
          `/api/v1${filled(path, parameters)}`,
          person.session,
          JSON.stringify({ ...rest, ...given }),
          version,
        );
        decided = answer.status < 400 || answer.status === 403;
        if (answer.status < 400) this.note(asked, person.role, `${answer.status}, handed over to somebody else`);
      }
      if (!decided) asked.undecided.push(person.role);
    }
    return asked;
  }

  private async refusal(asked: Asked, operation: Operation, person: Person): Promise<void> {
    const relation: Relation = operation.path.includes('{') ? 'foreign' : 'none';
    const expected = operation.permission ? expectedOf(person.role, operation.permission, relation) : 'closed';
    if (expected === 'open') return;
    const tries = expected === 'closed' ? 1 : RECORDS_MAX;
    for (let seed = 1; seed <= tries; seed++) {
      const seen = await this.ask(asked, operation, person, this.parameters(operation, seed), seed);
      const wrong = wrongWith(expected, seen);
      this.note(asked, person.role, wrong);
      if (wrong || decides(expected, seen)) return;
    }
    asked.undecided.push(person.role);
  }

  /** Other ways to write the path, for nobody and for somebody whom the table refuses: never more than the plain one. */
  private async otherPaths(asked: Asked, operation: Operation, wanted: number): Promise<void> {
    const refused = this.people.find(
      ({ role }) => operation.permission && expectedOf(role, operation.permission, 'foreign') === 'closed',
    );
    const plain = `/api/v1${filled(operation.path, this.parameters(operation, 2))}`;
    const all = pathVariants(plain);
    const from = new Random(operation.name.length).whole(0, all.length - 1);
    const variants = Array.from({ length: Math.min(wanted, all.length) }, (_, at) => all[(from + at) % all.length]);
    for (const session of refused ? [undefined, refused.session] : [undefined]) {
      for (const variant of variants) {
        if (!variant) continue;
        const answer = await this.send(
          asked,
          operation.method,
          variant.path,
          session,
          this.bodyOf(operation, 2),
          NO_VERSION,
        );
        this.note(asked, variant.what, answer.status < 400 || answer.status >= 500 ? String(answer.status) : undefined);
      }
      if (operation.method !== 'GET') continue;
      const head = await this.send(asked, 'HEAD', plain, session, undefined, undefined);
      this.note(asked, 'HEAD', head.status < 400 || head.status >= 500 ? String(head.status) : undefined);
    }
  }

  private async waysTo(
    relation: Relation,
    [recordId = '']: string[],
    { userId }: Person,
  ): Promise<(() => Promise<boolean>)[]> {
    if (relation === 'own') return this.owning.ways(recordId, userId);
    if (relation === 'linked') return [() => this.owning.link(recordId, userId)];
    return [() => Promise.resolve(true)];
  }

  private async ask(
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

  private send(
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
  private async versionAt(address: string): Promise<string> {
    for (let path = address; path.length > 1; path = path.slice(0, path.lastIndexOf('/'))) {
      const headers = headersOf(this.api.port, this.reader);
      const answer = await send(this.api.port, { method: 'GET', path: `/api/v1${path}`, headers });
      if (answer.headers['etag']) return answer.headers['etag'];
    }
    return '"1"';
  }

  /** A record that is there; its id and not its code, so that it can be found in the database. */
  private parameters(operation: Operation, seed: number): string[] {
    const random = new Random(seed);
    return this.known.parametersFor(operation.path, (among) => random.whole(0, Math.max(among - 1, 0)));
  }

  private bodyOf(operation: Operation, seed: number, own?: string): string | undefined {
    const { body } = operation;
    if (!body) return undefined;
    const references = (property: string): string[] => {
      const ids = this.known.named(property).map(({ id }) => id);
      return ids.length > 0 ? ids : [this.people[0]?.userId ?? ''];
    };
    const whole = fc.sample(valid(body, references), { seed, numRuns: 1 })[0] as object;
    return JSON.stringify(
      own ? { ...whole, ...Object.fromEntries(answering(operation).map((name) => [name, own])) } : whole,
    );
  }

  /** Only what has to be there, so that nothing else can be the reason for a refusal. */
  private leastBodyOf(operation: Operation, seed: number): Record<string, unknown> {
    const whole = JSON.parse(this.bodyOf(operation, seed) ?? '{}') as Record<string, unknown>;
    const required = (operation.body?.['required'] ?? []) as string[];
    return Object.fromEntries(required.map((name) => [name, whole[name]]));
  }

  private note(asked: Asked, who: string, wrong: string | undefined): void {
    if (wrong) asked.wrong.push(`${who}: ${wrong}`);
  }
}

/** Whether a new record has to be one's own in a way that only the request can say. */
function onlyOwn({ permission }: Operation, { role }: Person): boolean {
  return permission !== undefined && expectedOf(role, permission, 'foreign') !== 'open';
}

/** Whether a request says who answers for the very record it makes or changes: `/kpis`, `/kpis/{id}`. */
export function sayWhoAnswers(operation: Operation): boolean {
  return answering(operation).length > 0 && /^\/[\w-]+(\/\{\w+\})?$/.test(operation.path);
}

function answering({ body }: Operation): string[] {
  return Object.keys(body?.['properties'] ?? {}).filter((name) => ANSWERS.includes(name));
}

/** Where the table lets somebody in: at any record, or only at one they have something to do with. */
function relationFor(
  { path }: Operation,
  { role }: Person,
  permission: NonNullable<Operation['permission']>,
): Relation | undefined {
  const relations: Relation[] = path.includes('{') ? ['foreign', 'own', 'linked'] : ['none'];
  return relations.find((relation) => expectedOf(role, permission, relation) === 'open');
}
