import { getMetadataStorage } from 'class-validator';
import { presenceOf } from '../problems/validators/presence';
import type { Class } from './routes';

export type JsonSchema = Record<string, unknown>;

/** The JSON Schema (2020-12) of a request class, from the same rules that check it. */
export function schemaOf(requestClass: Class): JsonSchema {
  const rules = getMetadataStorage().getTargetValidationMetadatas(requestClass, '', false, false);
  const properties: Record<string, JsonSchema> = {};
  const missing = new Set<string>();
  const example = new requestClass() as Record<string, unknown>;
  for (const { propertyName, constraints } of rules) {
    const fragment = (constraints as unknown[] | undefined)?.[0];
    properties[propertyName] = { ...properties[propertyName], ...(isSchema(fragment) && resolved(fragment)) };
    if (presenceOf(example, propertyName) || example[propertyName] !== undefined) missing.add(propertyName);
    if (example[propertyName] !== undefined) properties[propertyName].default = example[propertyName];
  }
  for (const [name, schema] of Object.entries(properties)) {
    if (presenceOf(example, name) === 'maybe-null') properties[name] = orNull(schema);
  }
  const required = Object.keys(properties).filter((name) => !missing.has(name));
  return { type: 'object', additionalProperties: false, properties, ...(required.length > 0 && { required }) };
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

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
