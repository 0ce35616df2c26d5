import { Caller, type Reply } from '../faults/caller';
import { namesIn, NO_RECORD } from './addresses';
import { nameOf, type Operation } from './document';
import { HINTS, seenBefore } from './hints';
import { poisonedBody, type References, textsOf } from './poisoned-body';

/** Somebody may be refused a record, and another record may be in the wrong state: so many are tried. */
const ATTEMPTS = 40;

export interface Outcome {
  operation: string;
  /** Where payloads were taken: `/kpis/0/note`. */
  stored: string[];
  /** Texts of the request that no attempt could store. */
  missed: string[];
  /** What the last refusal was. */
  why: string;
  /** Addresses of the records that took them, below `/api/v1`. */
  records: string[];
}

interface Sending {
  known: References;
  /** Pointers that the API has refused. */
  without: Set<string>;
  outcome: Outcome;
}

/** Sends every request with payloads in every text, to whichever record takes it. */
export class Poisoner {
  /** What was made, by the path that made it; the newest first. */
  private readonly made = new Map<string, string[]>();

  constructor(
    private readonly callers: readonly Caller[],
    private readonly references: References,
  ) {}

  async poison(operation: Operation, turn: number): Promise<Outcome> {
    const { body: schema = {} } = operation;
    const known = { ...this.references, ...HINTS[nameOf(operation)] };
    const outcome: Outcome = { operation: nameOf(operation), stored: [], missed: [], why: '', records: [] };
    const without = new Set<string>();
    let attempts = 0;
    for (const path of await this.addresses(operation.path)) {
      for (const caller of this.callers) {
        if (attempts++ > ATTEMPTS) break;
        const reply = await this.send(caller, operation, path, turn + attempts, { known, without, outcome });
        if (reply !== 403) break;
      }
      if (outcome.stored.length > 0 || attempts > ATTEMPTS) break;
    }
    outcome.missed = textsOf(schema, known).filter((text) => !outcome.stored.includes(text));
    return outcome;
  }

  /** Leaves out, one by one, what the API refuses, until it takes the rest. Answers the last status. */
  private async send(
    caller: Caller,
    operation: Operation,
    path: string,
    turn: number,
    { known, without, outcome }: Sending,
  ): Promise<number> {
    const seen = await seenBefore(operation, caller, path);
    let version = operation.needsVersion ? 1 : undefined;
    for (let round = 0; round < 12; round += 1) {
      const { body, texts } = poisonedBody(operation.body ?? {}, { ...known, ...seen }, turn + round, without);
      const reply = await caller.send(operation.method, path, body, version === undefined ? {} : { version });
      const status = reply?.status ?? 0;
      if (status < 300) {
        outcome.stored.push(...texts);
        this.keep(operation, path, reply, outcome);
        return status;
      }
      outcome.why = whyOf(reply);
      const current = currentVersion(reply);
      const refused = pointersOf(reply).map((pointer) => notYetLeftOut(pointer, without));
      if (status === 412 && current !== undefined && current !== version) version = current;
      else if (status === 400 && refused.some(Boolean)) refused.forEach((pointer) => without.add(pointer));
      // Another record has that name; the next turn writes another one.
      else if (!outcome.why.includes('name-taken')) return status;
    }
    return 0;
  }

  private keep(operation: Operation, path: string, reply: Reply, outcome: Outcome): void {
    const { id, code, number } = (reply?.body ?? {}) as { id?: string; code?: string; number?: number };
    const name = code ?? id ?? number;
    const isNew = operation.method === 'POST' && reply?.status === 201 && name !== undefined;
    if (isNew) this.made.set(operation.path, [String(name), ...(this.made.get(operation.path) ?? [])]);
    outcome.records.push(isNew ? `${path}/${name}` : path);
  }

  /** Where a request could go: what was made here first, then whatever lists know. */
  private async addresses(path: string): Promise<string[]> {
    const at = path.indexOf('{');
    if (at < 0) return [path];
    const end = path.indexOf('}') + 1;
    const [before, after] = [path.slice(0, at - 1), path.slice(end)];
    const found = new Set([...(this.made.get(before) ?? []), ...(await namesIn(this.callers[0], before))]);
    const all: string[] = [];
    for (const name of found) {
      const rest = await this.nested(before + path.slice(at - 1, end), after);
      all.push(...rest.map((tail) => `${before}/${name}${tail}`));
    }
    return all;
  }

  /** The rest of an address, with the names of parts that were made below. */
  private nested(before: string, after: string): Promise<string[]> {
    const at = after.indexOf('{');
    if (at < 0) return Promise.resolve([after]);
    const parts = this.made.get(before + after.slice(0, at - 1)) ?? [NO_RECORD];
    return Promise.resolve(parts.map((part) => after.slice(0, at) + part + after.slice(after.indexOf('}') + 1)));
  }
}

function pointersOf(reply: Reply): string[] {
  const { errors = [] } = (reply?.body ?? {}) as { errors?: { pointer: string }[] };
  return errors.map(({ pointer }) => pointer);
}

/** The pointer; where leaving that out did not help, because it is required, what it stands in. */
function notYetLeftOut(pointer: string, without: ReadonlySet<string>): string {
  return pointer !== '' && without.has(pointer)
    ? notYetLeftOut(pointer.slice(0, pointer.lastIndexOf('/')), without)
    : pointer;
}

function currentVersion(reply: Reply): number | undefined {
  return ((reply?.body ?? {}) as { currentVersion?: number }).currentVersion;
}

function whyOf(reply: Reply): string {
  const { code, rule } = (reply?.body ?? {}) as { code?: string; rule?: string };
  return [reply?.status ?? 'no answer', code, rule, ...pointersOf(reply)].filter(Boolean).join(' ');
}
