import { rulesOf } from '../problems/validators/rule';
import type { Class } from './routes';

export type JsonSchema = Record<string, unknown>;

/** The JSON Schema (2020-12) of a request class, from the same rules that check it. */
export function schemaOf(requestClass: Class): JsonSchema {
  const rules = rulesOf(requestClass);
  const properties: Record<string, JsonSchema> = {};
  const missing = new Set<string>();
  const example = new requestClass() as Record<string, unknown>;
  for (const [name, { presence, schemas }] of rules) {
    const fragments = schemas.map((fragment) => resolved(fragment));
    const schema: JsonSchema = Object.assign({}, ...fragments);
    if (presence || example[name] !== undefined) missing.add(name);
    if (example[name] !== undefined) schema['default'] = example[name];
    properties[name] = presence === 'maybe-null' ? orNull(schema) : schema;
  }
  const required = Object.keys(properties).filter((name) => !missing.has(name));
  return {
    type: 'object',
    additionalProperties: false,
    properties,
    ...(required.length > 0 && { required }),
    ...unless(rules),
  };
}

/** Properties that are required where another is not there: one of two lists of required ones. */
function unless(rules: ReturnType<typeof rulesOf>): JsonSchema {
  const required = [...rules].flatMap(([name, { presence = '' }]) => {
    const [, other] = presence.split('unless:');
    return other ? [{ name, other }] : [];
  });
  const [first] = required;
  return first ? { anyOf: [{ required: [first.other] }, { required: required.map(({ name }) => name) }] } : {};
}

/** A rule names the class of nested objects; here they become schemas. */
function resolved({ items, of, ...rest }: JsonSchema): JsonSchema {
  if (typeof of === 'function') return { ...rest, ...schemaOf((of as () => Class)()) };
  if (typeof items === 'function') return { ...rest, items: schemaOf((items as () => Class)()) };
  return items === undefined ? rest : { ...rest, items };
}

function orNull({ type, enum: words, ...rest }: JsonSchema): JsonSchema {
  return {
    ...rest,
    ...(typeof type === 'string' && { type: [type, 'null'] }),
    ...(Array.isArray(words) && { enum: [...(words as unknown[]), null] }),
  };
}
