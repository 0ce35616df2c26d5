import fc, { type Arbitrary } from 'fast-check';
import type { JsonSchema } from '../../src/platform/openapi/request-schema';
import { INJECTIONS, NUMBERS, TIMES, UNICODE } from './hostile-texts';

/** Gives values for a property that points at a record. */
export type References = (property: string) => readonly string[];

const WORDS = ['Order', 'Kunde', 'Straße', 'delivery', '12', 'naïve', '日本', 'x'];
/** Long texts are tried at their limits only; elsewhere they would only cost time. */
const LONGEST = 400;

/** Values that a schema allows, as fast-check draws them; properties that point at records get records that are there. */
export function valid(schema: JsonSchema, references: References, property = ''): Arbitrary<unknown> {
  const { enum: words, anyOf, type } = schema;
  if (Array.isArray(words)) return fc.constantFrom(...(words as unknown[]));
  if (schema['properties']) return objects(schema, references);
  if (Array.isArray(anyOf)) return fc.oneof(...(anyOf as JsonSchema[]).map((one) => valid(one, references, property)));
  if (Array.isArray(type)) {
    const kinds = (type as string[]).map((one) => valid({ ...schema, type: one }, references, property));
    return fc.oneof(...kinds);
  }
  switch (type) {
    case 'object':
      return objects(schema, references);
    case 'array':
      return lists(schema, references, property);
    case 'integer':
      return fc.integer({ min: bound(schema['minimum'], -1000), max: bound(schema['maximum'], 1000) });
    case 'number':
      return numbers(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return texts(schema, references, property);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** Everything a schema requires and about half of the rest. */
function objects(schema: JsonSchema, references: References): Arbitrary<unknown> {
  const { properties = {}, required = [] } = schema as { properties?: Record<string, JsonSchema>; required?: string[] };
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, valid(one, references, name)]),
  );
  const ways = (schema['anyOf'] as { required: string[] }[] | undefined) ?? [{ required: [] }];
  const of = (more: string[]): Arbitrary<unknown> =>
    fc.record(model, { requiredKeys: [...new Set([...required, ...more])], noNullPrototype: true });
  return fc.oneof(...ways.map((way) => of(way.required)));
}

function lists(
  { items, minItems, maxItems, uniqueItems }: JsonSchema,
  references: References,
  property: string,
): Arbitrary<unknown> {
  const length = { minLength: bound(minItems, 0), maxLength: Math.min(bound(maxItems, 4), 4) };
  const item = valid((items ?? {}) as JsonSchema, references, property.replace(/ies$/, 'y').replace(/s$/, ''));
  return uniqueItems ? fc.uniqueArray(item, length) : fc.array(item, length);
}

function numbers({ minimum, maximum }: JsonSchema): Arbitrary<number> {
  const [min, max] = [bound(minimum, -1000), bound(maximum, 1000)];
  return fc.oneof(
    fc.integer({ min: Math.max(min, -1000), max: Math.min(max, 1000) }),
    fc.double({ min, max, noNaN: true }),
  );
}

function texts(schema: JsonSchema, references: References, property: string): Arbitrary<string> {
  const { format, pattern } = schema;
  if (format === 'date') return fc.constantFrom('2026-11-30', '2027-06-30', '1999-02-28', '2028-02-29', '2199-12-31');
  if (format === 'uuid') return fc.constantFrom(...references(property), '01900000-0000-7000-8000-000000000000');
  if (format === 'email') return fc.constantFrom(...references('email'), 'someone.new@example.org', 'ü@example.org');
  if (typeof pattern === 'string') return matching(pattern);
  const [min, max] = [bound(schema['minLength'], 0), Math.min(bound(schema['maxLength'], LONGEST), LONGEST)];
  const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
  const nasty = fc.constantFrom(...INJECTIONS);
  const free = fc.oneof(sentence, nasty, fc.string({ unit: 'grapheme', minLength: min, maxLength: Math.min(max, 40) }));
  const fitting = free.map((text) => [...text.trim()].slice(0, max).join('').trim().padEnd(min, 'x'));
  if (!schema['x-reference']) return fitting;
  return fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...references(property)) },
    { weight: 1, arbitrary: fitting },
  );
}

/** fast-check cannot look ahead: it draws without, and what does not match is drawn again. */
function matching(pattern: string): Arbitrary<string> {
  const whole = new RegExp(pattern);
  return fc.stringMatching(new RegExp(pattern.replace(/\(\?[=!][^()]*\)/g, ''))).filter((text) => whole.test(text));
}

/** Values just inside and just outside what a schema allows. */
export function atTheBorder(schema: JsonSchema): unknown[] {
  const { type, minimum, maximum, minLength, maxLength, minItems, maxItems, items } = schema;
  const kinds = [type].flat();
  const found: unknown[] = [];
  if (kinds.includes('string') && maxLength !== undefined) {
    const max = bound(maxLength, 0);
    found.push('x'.repeat(max), 'x'.repeat(max + 1), '\u{1f600}'.repeat(Math.min(max, 20_000)));
  }
  if (kinds.includes('string')) found.push('', 'x'.repeat(Math.max(bound(minLength, 1) - 1, 0)));
  for (const edge of [minimum, maximum]) {
    if (typeof edge === 'number') found.push(edge, edge - 1, edge + 1, edge - 0.5);
  }
  if (kinds.includes('array')) {
    const one = exampleOf((items ?? {}) as JsonSchema);
    found.push(
      [],
      Array.from({ length: bound(minItems, 0) }, () => one),
    );
    if (bound(maxItems, 0) <= 1000) found.push(Array.from({ length: bound(maxItems, 0) + 1 }, () => one));
  }
  return found;
}

/** Values of every other kind, and texts that are none. */
export function spoilt(schema: JsonSchema): unknown[] {
  const kinds = [schema['type']].flat();
  return [
    ...(kinds.includes('null') ? [] : [null]),
    ...(kinds.includes('boolean') ? [] : [true]),
    ...(kinds.some((kind) => kind === 'number' || kind === 'integer') ? ['1', Number.MAX_VALUE] : [0, 1.5]),
    ...(kinds.includes('string') ? [['a'], { toString: 'x' }] : ['', 'x']),
    ...(kinds.includes('array') ? [[null], [[]], { length: 1 }] : [[], [null], [{}]]),
    ...(kinds.includes('object') ? [] : [{}]),
    ...(schema['format'] === 'date' ? TIMES : []),
    ...(Array.isArray(schema['enum']) ? ['__proto__', 'toString', String(schema['enum'][0]).toUpperCase()] : []),
    ...UNICODE,
    ...INJECTIONS,
  ];
}

/** Numbers that only exist as text. */
export const NUMBER_TEXTS = NUMBERS;

/** The simplest value a schema allows. */
export function exampleOf(schema: JsonSchema): unknown {
  return fc.sample(
    valid(schema, () => ['01900000-0000-7000-8000-000000000000']),
    { seed: 1, numRuns: 1 },
  )[0];
}

function bound(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}
