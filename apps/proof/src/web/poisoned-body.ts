import { isA, isText, type Schema } from './document';
import { packs } from './payloads';

/**
 * What stands where a request points at another record or where only some values make sense, by the name of the field or
 * by its pointer; undefined leaves it out.
 */
export type References = Readonly<Record<string, unknown>>;

/** A body whose every text is a payload, and where those texts stand: `/kpis/0/note`. */
export interface PoisonedBody {
  body: Record<string, unknown>;
  texts: string[];
}

const UNBOUNDED = 4_000;
/** Up to this length a text is a name or a title, and stands on one line. */
const ONE_LINE = 300;

/**
 * Fills a request from its schema: payloads in every text, the smallest valid thing elsewhere. Optional parts are left
 * out unless a text stands in them; so are those in `without`, which the API has refused before.
 */
export function poisonedBody(schema: Schema, known: References, turn: number, without: Set<string>): PoisonedBody {
  const texts: string[] = [];
  const body = objectOf(schema, '') ?? {};
  return { body, texts };

  function valueOf(name: string, given: Schema, pointer: string, required: boolean): unknown {
    if (without.has(pointer) && !required) return undefined;
    if (pointer in known) return known[pointer];
    if (name in known) return required ? known[name] : undefined;
    if (isText(given)) return textOf(given, pointer);
    if (isA(given, 'object')) return required || hasText(given, known) ? objectOf(given, pointer) : undefined;
    if (isA(given, 'array')) return listOf(name, given, pointer, required);
    return required ? smallest(name, given) : undefined;
  }

  function textOf({ maxLength = UNBOUNDED }: Schema, pointer: string): string {
    texts.push(pointer);
    const choice = packs(Math.min(maxLength, UNBOUNDED * 5), maxLength <= ONE_LINE);
    return choice[(turn + texts.length) % choice.length] ?? '<b>';
  }

  function objectOf({ properties = {}, required = [] }: Schema, at: string): Record<string, unknown> | undefined {
    const entries = Object.entries(properties).map(
      ([name, given]) => [name, valueOf(name, given, `${at}/${name}`, required.includes(name))] as const,
    );
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }

  function listOf(name: string, { items = {} }: Schema, pointer: string, required: boolean): unknown {
    if (!hasText(items, known) || (isText(items) && name in known)) return required ? [] : undefined;
    const one = valueOf('', items, `${pointer}/0`, true);
    return one === undefined ? undefined : [one];
  }
}

/** Whether somebody can write anywhere in it. */
export function hasText(schema: Schema, known: References): boolean {
  if (isText(schema)) return true;
  const { properties = {}, items } = schema;
  return (
    (items !== undefined && hasText(items, known)) ||
    Object.entries(properties).some(([name, given]) => !(name in known) && hasText(given, known))
  );
}

/** Where texts stand that a request of this kind can carry. */
export function textsOf(schema: Schema, known: References, at = ''): string[] {
  const { properties = {}, items } = schema;
  if (at in known) return [];
  if (isText(schema)) return [at];
  return [
    ...(items ? textsOf(items, known, `${at}/0`) : []),
    ...Object.entries(properties).flatMap(([name, given]) =>
      name in known ? [] : textsOf(given, known, `${at}/${name}`),
    ),
  ];
}

const DAY_MS = 86_400_000;

/** Days are ahead of us, except of what has happened. */
function smallest(name: string, { enum: words, type, format, pattern, minimum = 1 }: Schema): unknown {
  if (words) return words[0];
  if (format === 'date') {
    const days = /^date/.test(name) ? -3 : 90;
    return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  }
  if (format === 'email') return `p${Math.random().toString(36).slice(2)}@example.org`;
  if (format === 'password') return 'correct horse battery';
  if (pattern?.includes('[A-Z]{3}')) return 'EUR';
  if (pattern) return '1';
  if ([type].flat().includes('boolean')) return false;
  return Math.max(minimum, 1);
}
