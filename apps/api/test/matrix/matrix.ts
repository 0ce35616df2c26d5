import type { SessionCookies } from '../client';
import { Random } from '../histories/random';
import { filled, type KnownRecords } from '../openapi/known-records';
import { needsVersion, type Operation } from '../openapi/operations';
import type { RunningApi } from '../start-api';
import { answering, type Asked, Asking } from './asking';
import { decides, expectedOf, type Relation, wrongForNobody, wrongWith } from './expected';
import { Owning } from './owning';
import { pathVariants } from './path-variants';
import type { Person } from './people';

/** Records to try until an answer says something about the person. */
const RECORDS_MAX = 12;
const NO_VERSION = '"2147483647"';

/** Asks one operation as everybody, at records that are theirs and that are not. */
export class Matrix {
  private readonly owning: Owning;
  private readonly asking: Asking;

  constructor(
    api: RunningApi,
    known: KnownRecords,
    private readonly people: readonly Person[],
    private readonly dead: ReadonlyMap<string, SessionCookies | undefined>,
    reader: SessionCookies,
  ) {
    this.owning = new Owning(api.owner);
    this.asking = new Asking(api, known, reader);
  }

  /** Everything that must be refused; nothing of it may leave a trace. */
  async refusals(operation: Operation, variants: number): Promise<Asked> {
    const asked: Asked = { requests: 0, undecided: [], unowned: [], wrong: [] };
    if (!operation.permission) return asked;
    for (const [who, session] of this.dead) {
      const seen = await this.asking.ask(
        asked,
        operation,
        { session, userId: undefined },
        this.asking.parameters(operation, 1),
        1,
      );
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
    const parameters = this.asking.parameters(operation, 3);
    const answers: (string | undefined)[] = [];
    let missed = relation === 'none' && onlyOwn(operation, person);
    for (const relate of await this.waysTo(relation, parameters, person)) {
      if (await relate()) {
        const seen = await this.asking.ask(asked, operation, person, parameters, 3, NO_VERSION);
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
        const parameters = this.asking.parameters(operation, seed);
        const [relate] = inPath ? await this.waysTo('own', parameters, person) : [];
        if (relate && !(await relate())) continue;
        const rest = inPath ? {} : this.asking.leastBodyOf(operation, seed);
        const version = needsVersion(operation) ? await this.asking.versionAt(filled(path, parameters)) : undefined;
        const answer = await this.asking.send(
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
      const seen = await this.asking.ask(asked, operation, person, this.asking.parameters(operation, seed), seed);
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
    const plain = `/api/v1${filled(operation.path, this.asking.parameters(operation, 2))}`;
    const all = pathVariants(plain);
    const from = new Random(operation.name.length).whole(0, all.length - 1);
    const variants = Array.from({ length: Math.min(wanted, all.length) }, (_, at) => all[(from + at) % all.length]);
    for (const session of refused ? [undefined, refused.session] : [undefined]) {
      for (const variant of variants) {
        if (!variant) continue;
        const answer = await this.asking.send(
          asked,
          operation.method,
          variant.path,
          session,
          this.asking.bodyOf(operation, 2),
          NO_VERSION,
        );
        this.note(asked, variant.what, answer.status < 400 || answer.status >= 500 ? String(answer.status) : undefined);
      }
      if (operation.method !== 'GET') continue;
      const head = await this.asking.send(asked, 'HEAD', plain, session, undefined, undefined);
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

/** Where the table lets somebody in: at any record, or only at one they have something to do with. */
function relationFor(
  { path }: Operation,
  { role }: Person,
  permission: NonNullable<Operation['permission']>,
): Relation | undefined {
  const relations: Relation[] = path.includes('{') ? ['foreign', 'own', 'linked'] : ['none'];
  return relations.find((relation) => expectedOf(role, permission, relation) === 'open');
}
