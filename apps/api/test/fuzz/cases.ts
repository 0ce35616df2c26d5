import fc from 'fast-check';
import type { JsonSchema } from '../../src/platform/openapi/request-schema';
import type { Operation, Parameter } from '../openapi/operations';
import { INJECTIONS, pathological, UNICODE } from './hostile-texts';
import { Random } from '../histories/random';
import { headerCases, queryNoise, rawBodies } from './raw-cases';
import { atTheBorder, NUMBER_TEXTS, type References, spoilt, valid } from './values';

/** One request to try; what it leaves out is as it should be. */
export interface Case {
  what: string;
  body?: unknown;
  /** The body as it goes over the wire, when it is no JSON of ours. */
  raw?: string | Buffer;
  headers?: Record<string, string>;
  /** Name and value as in the address, already encoded. */
  query?: string;
  /** A value for every parameter of the path. */
  pathValue?: string;
  /** The field that was spoilt: a JSON pointer, or `?name`. */
  fault?: string;
}

/** The kinds of cases an operation can have; each gives as many as it is asked for. */
type Kind = { weight: number; make: (seed: number, wanted: number) => Case[] };

/** Cases for one operation, of every kind it can have; the same seed gives the same cases. */
export function casesFor(operation: Operation, references: References, seed: number, wanted: number): Case[] {
  const kinds = [...bodyKinds(operation, references), ...queryKinds(operation, references), ...commonKinds(operation)];
  const weights = kinds.reduce((sum, { weight }) => sum + weight, 0);
  const whole = kinds.flatMap(({ weight, make }, at) =>
    make(seed + at, Math.max(1, Math.ceil((wanted * weight) / weights))),
  );
  return drawn([...whole, ...randomNoise(seed, wanted - whole.length)], seed, wanted);
}

/** Where an operation takes little, the rest of the cases is noise in its query and its headers. */
function randomNoise(seed: number, wanted: number): Case[] {
  if (wanted <= 0) return [];
  const noise = fc.record({
    query: fc.webQueryParameters(),
    header: fc.string({ unit: 'binary-ascii', maxLength: 60 }),
  });
  return fc.sample(noise, { seed, numRuns: wanted }).map(({ query, header }) => ({
    what: `noise: ?${query.slice(0, 40)}`,
    query,
    headers: {
      'x-request-id': header.replace(/[^\x20-\x7e]/g, ''),
      'accept-language': header.replace(/[^\x20-\x7e]/g, ''),
    },
  }));
}

/** Text that makes naive patterns take seconds, in every field and filter that takes text (T16). */
export function slowCases(operation: Operation, references: References, seed: number, wanted: number): Case[] {
  const fields = operation.body ? fieldsOf(operation.body).filter(({ schema }) => takesText(schema)) : [];
  const base = operation.body && fc.sample(valid(operation.body, references), { seed, numRuns: 1 })[0];
  const inBody = fields.flatMap(({ pointer, schema }) =>
    slowTextsFor(schema).map((text) => ({
      what: `${pointer}: ${shown(text.slice(0, 12))} … (${text.length})`,
      body: withValue(base, pointer, text),
    })),
  );
  const asked = operation.parameters.filter(({ in: where, schema }) => where === 'query' && takesText(schema));
  const inQuery = asked.flatMap(({ name }) =>
    pathological(SLOW_TEXT).map((text) => ({
      what: `?${name}=${shown(text.slice(0, 12))} …`,
      query: `${name}=${encodeURIComponent(text.slice(0, SLOW_QUERY).toWellFormed())}`,
    })),
  );
  return drawn([...inBody, ...inQuery], seed, wanted);
}

const SLOW_TEXT = 50_000;
/** An address may be some 16 kB long, and a character of it three times as long as it was. */
const SLOW_QUERY = 4_000;

/** As long as promised, and as long as the field takes, since what is refused for its length is read no further. */
function slowTextsFor(schema: JsonSchema): string[] {
  const longest = Math.min(Number(schema['maxLength'] ?? SLOW_TEXT), SLOW_TEXT);
  return [...new Set([SLOW_TEXT, longest])].flatMap((length) => pathological(length));
}

function takesText(schema: JsonSchema): boolean {
  return [schema['type']].flat().includes('string') && !schema['enum'];
}

function bodyKinds({ body, method }: Operation, references: References): Kind[] {
  const raw: Kind = { weight: 3, make: (seed, wanted) => drawn(rawBodies(body), seed, wanted) };
  if (!body) return method === 'GET' ? [] : [raw];
  const bodies = (seed: number, wanted: number): unknown[] =>
    fc.sample(valid(body, references), { seed, numRuns: wanted });
  const spoiltBy =
    (values: (schema: JsonSchema) => unknown[], what: string): Kind['make'] =>
    (seed, wanted) => {
      const all = fieldsOf(body).flatMap(({ pointer, schema }) => values(schema).map((value) => ({ pointer, value })));
      const picked = drawn(all, seed, wanted);
      const bases = bodies(seed, picked.length);
      return picked.map(({ pointer, value }, at) => ({
        what: `${what} at ${pointer}: ${shown(value)}`,
        body: withValue(least(body, bases[at], pointer), pointer, value),
        fault: pointer,
      }));
    };
  return [
    raw,
    { weight: 5, make: (seed, wanted) => bodies(seed, wanted).map((one) => ({ what: 'a valid body', body: one })) },
    { weight: 3, make: spoiltBy(atTheBorder, 'at the border') },
    { weight: 5, make: spoiltBy(spoilt, 'spoilt') },
    { weight: 1, make: (seed, wanted) => unreadableNumbers(body, bodies(seed, 1)[0], seed, wanted) },
    { weight: 2, make: (seed, wanted) => drawn(strangers(bodies(seed, 1)[0]), seed, wanted) },
  ];
}

function queryKinds({ parameters }: Operation, references: References): Kind[] {
  const asked = parameters.filter((one) => one.in === 'query');
  if (asked.length === 0) return [];
  const text = ({ name }: Parameter, value: unknown): string =>
    `${name}=${encodeURIComponent(typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value))}`;
  const together = (seed: number, wanted: number): Case[] => {
    const model = Object.fromEntries(asked.map(({ name, schema }) => [name, valid(schema, references, name)]));
    return fc
      .sample(fc.record(model, { requiredKeys: [], noNullPrototype: true }), { seed, numRuns: wanted })
      .map((values) => ({
        what: 'a valid query',
        query: asked
          .filter(({ name }) => name in values)
          .map((one) => text(one, (values as Record<string, unknown>)[one.name]))
          .join('&'),
      }));
  };
  const one =
    (values: (schema: JsonSchema) => unknown[]) =>
    (seed: number, wanted: number): Case[] => {
      const all = asked.flatMap((parameter) => values(parameter.schema).map((value) => ({ parameter, value })));
      return drawn(all, seed, wanted).map(({ parameter, value }) => ({
        what: `?${parameter.name}=${shown(value)}`,
        query: text(parameter, value),
        fault: `?${parameter.name}`,
      }));
    };
  return [
    { weight: 4, make: together },
    { weight: 3, make: one(atTheBorder) },
    { weight: 5, make: one((schema) => [...spoilt(schema), ...NUMBER_TEXTS]) },
  ];
}

function commonKinds(operation: Operation): Kind[] {
  const inPath = [
    ...INJECTIONS,
    ...UNICODE,
    'x'.repeat(301),
    '%00',
    '%',
    '%2F',
    '%c0%af',
    '..',
    '.',
    '0',
    '-1',
    '2147483648',
    '999',
  ];
  const paths = inPath.map((value) => ({
    what: `the path with ${shown(value)}`,
    pathValue: /^(%|\.)[^ ]*$/.test(value) ? value : encodeURIComponent(value.toWellFormed()),
  }));
  return [
    ...(operation.path.includes('{')
      ? [{ weight: 3, make: (seed: number, wanted: number) => drawn(paths, seed, wanted) }]
      : []),
    { weight: 2, make: (seed, wanted) => drawn(headerCases(operation), seed, wanted) },
    { weight: 1, make: (seed, wanted) => drawn(queryNoise(operation), seed, wanted) },
    { weight: 1, make: (_seed, wanted) => Array.from({ length: wanted }, () => ({ what: 'as it should be' })) },
  ];
}

/** What has to be there and what is spoilt, so that nothing else can be the reason for a refusal. */
function least(schema: JsonSchema, base: unknown, pointer: string): unknown {
  const kept = [...((schema['required'] ?? []) as string[]), pointer.split('/')[1]];
  return Object.fromEntries(Object.entries(base as object).filter(([name]) => kept.includes(name)));
}

function unreadableNumbers(schema: JsonSchema, base: unknown, seed: number, wanted: number): Case[] {
  const numbers = fieldsOf(schema).filter((field) =>
    [field.schema['type']].flat().some((kind) => /number|integer/.test(String(kind))),
  );
  const all = numbers.flatMap(({ pointer }) => NUMBER_TEXTS.map((text) => ({ pointer, text })));
  return drawn(all, seed, wanted).map(({ pointer, text }) => ({
    what: `${pointer} = ${text}`,
    raw: JSON.stringify(withValue(base, pointer, '§')).replace('"§"', text),
  }));
}

/** Properties that no request class has: columns of the server, keys that reach for prototypes (T7). */
function strangers(base: unknown): Case[] {
  const names = [
    'id',
    'code',
    'version',
    'createdAt',
    'createdBy',
    'updatedAt',
    'status',
    'roles',
    'passwordHash',
    'isAdmin',
    'prototype',
    'toString',
    'x'.repeat(3000),
    '',
    'a/b~c',
    '\u202e',
  ];
  const text = JSON.stringify(base);
  const raw = ['__proto__', 'constructor'].map((name) => ({
    what: `${name} in the body`,
    raw: `{"${name}":{"roles":["admin"]}${text === '{}' ? '}' : `,${text.slice(1)}`}`,
    fault: `/${name}`,
  }));
  return [
    ...raw,
    ...names.map((name) => ({ what: `a property ${shown(name)}`, body: { ...(base as object), [name]: 'x' } })),
  ];
}

interface Field {
  pointer: string;
  schema: JsonSchema;
}

/** Every field of a body, those inside objects and of the first element of lists too. */
export function fieldsOf(schema: JsonSchema, parent = ''): Field[] {
  const { properties = {}, items } = schema as { properties?: Record<string, JsonSchema>; items?: JsonSchema };
  const inside = Object.entries(properties).flatMap(([name, one]) => {
    const pointer = `${parent}/${name}`;
    return [{ pointer, schema: one }, ...fieldsOf(one, pointer)];
  });
  const ways = schema['properties']
    ? []
    : ((schema['anyOf'] ?? []) as JsonSchema[]).flatMap((one) => fieldsOf(one, parent));
  inside.push(...ways);
  return items ? [...inside, { pointer: `${parent}/0`, schema: items }, ...fieldsOf(items, `${parent}/0`)] : inside;
}

/** A copy of a body with another value at a place; what is missing on the way is made. */
export function withValue(base: unknown, pointer: string, value: unknown): unknown {
  const [name = '', ...rest] = pointer.slice(1).split('/');
  const inner = (before: unknown): unknown =>
    rest.length === 0 ? value : withValue(before, `/${rest.join('/')}`, value);
  if (/^\d+$/.test(name)) {
    const list = Array.isArray(base) ? [...(base as unknown[])] : [];
    list[Number(name)] = inner(list[Number(name)]);
    return list;
  }
  const object =
    typeof base === 'object' && base !== null && !Array.isArray(base) ? (base as Record<string, unknown>) : {};
  return { ...object, [name]: inner(object[name]) };
}

/** So many of them, in an order that the seed repeats. */
function drawn<T>(all: readonly T[], seed: number, wanted: number): T[] {
  const random = new Random(seed);
  const left = [...all];
  return Array.from({ length: Math.min(wanted, all.length) }, () => {
    const at = random.whole(0, left.length - 1);
    return left.splice(at, 1)[0] as T;
  });
}

export function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'undefined').slice(0, 60);
}
