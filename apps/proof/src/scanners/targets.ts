import type { Caller } from '../faults/caller';
import { addressOf } from '../web/addresses';
import type { Operation, QueryParameter } from '../web/document';
import { poisonedBody, type References, textsOf } from '../web/poisoned-body';

/** Something a scanner can be sent to; every value in it is taken by the server as it stands. */
export interface Target {
  url: string;
  /** A JSON body that is posted. */
  body?: string;
}

const GUESSES = ['a', '1', 'title', 'name', 'code', '2026-01-01', 'true'];

/** A list or a figure of the API with every filter it has, each with a value that is answered with 200. */
export async function queryTargets(
  caller: Caller,
  origin: string,
  operations: readonly Operation[],
): Promise<Target[]> {
  const targets: Target[] = [];
  for (const operation of operations) {
    if (operation.method !== 'GET' || operation.queries.length === 0) continue;
    const path = await addressOf(caller, operation.path);
    const taken: string[] = [];
    for (const query of operation.queries) {
      const value = await takenValue(caller, path, query);
      if (value !== undefined) taken.push(`${query.name}=${encodeURIComponent(value)}`);
    }
    if (taken.length > 0) targets.push({ url: `${origin}/api/v1${path}?${taken.join('&')}` });
  }
  return targets;
}

async function takenValue(caller: Caller, path: string, { name, schema }: QueryParameter): Promise<string | undefined> {
  for (const value of [...(schema.enum ?? []).map(String), ...GUESSES]) {
    const reply = await caller.send('GET', `${path}?${name}=${encodeURIComponent(value)}`);
    if (reply?.status === 200) return value;
  }
  return undefined;
}

/** Records by their code or number in the path, which the scanner replaces. */
export async function pathTargets(caller: Caller, origin: string, operations: readonly Operation[]): Promise<Target[]> {
  const targets: Target[] = [];
  for (const { method, path } of operations) {
    if (method !== 'GET' || !/^[^{]+\{\w+\}[^{]*$/.test(path)) continue;
    const found = await addressOf(caller, path);
    const end = path.indexOf('{') + found.length - path.replace(/\{\w+\}/, '').length;
    if ((await caller.send('GET', found))?.status !== 200) continue;
    targets.push({ url: `${origin}/api/v1${found.slice(0, end)}*${found.slice(end)}` });
  }
  return targets;
}

/** Bodies of everything that is created without anything else, with plain words in every text. */
export async function bodyTargets(
  caller: Caller,
  origin: string,
  operations: readonly Operation[],
  known: References,
): Promise<Target[]> {
  const targets: Target[] = [];
  for (const { method, path, body: schema, permission } of operations) {
    if (method !== 'POST' || path.includes('{') || !schema || !permission || /logout/.test(path)) continue;
    const plain = Object.fromEntries(textsOf(schema, known).map((pointer) => [pointer, `Word ${targets.length}`]));
    const { body } = poisonedBody(schema, { ...known, ...plain }, 0, new Set());
    for (const [pointer, word] of Object.entries(plain)) if (/^\/\w+$/.test(pointer)) body[pointer.slice(1)] = word;
    const reply = await caller.send('POST', path, body);
    if (reply && reply.status < 300) targets.push({ url: `${origin}/api/v1${path}`, body: JSON.stringify(body) });
  }
  return targets;
}
