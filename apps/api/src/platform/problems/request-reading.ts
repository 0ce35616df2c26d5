import type { InvalidField } from './problem';
import { type PropertyRules, type RequestClass, rulesOf } from './validators/rule';

/** A request of this class, and what is wrong with it. */
export interface ReadRequest<T> {
  request: T;
  wrong: InvalidField[];
}

type Fields = Record<string, unknown>;

/**
 * Turns what was sent into its request class and checks it, in one walk over rules that were put together once: every
 * request of the product comes through here. What the class does not name is refused, and never in the result.
 */
export function readRequest<T extends object>(requestClass: RequestClass<T>, given: object): ReadRequest<T> {
  const wrong: InvalidField[] = [];
  return { request: fill(requestClass, given as Fields, '', wrong), wrong };
}

function fill<T extends object>(requestClass: RequestClass<T>, given: Fields, at: string, wrong: InvalidField[]): T {
  const rules = rulesOf(requestClass);
  for (const name of Object.keys(given)) {
    if (!rules.has(name)) wrong.push({ pointer: `${at}/${escaped(name)}`, code: 'unknown-property' });
  }
  const request = new requestClass();
  const fields = request as Fields;
  // All values first: whether one is looked at may depend on another.
  for (const [name, { prepare }] of rules) {
    if (!Object.hasOwn(given, name) || given[name] === undefined) continue;
    fields[name] = prepare.reduce<unknown>((value, shape) => shape(value), given[name]);
  }
  for (const [name, property] of rules) {
    if (property.isChecked?.(fields[name], fields) === false) continue;
    check(property, fields, name, `${at}/${escaped(name)}`, wrong);
  }
  return request;
}

function check(
  { chains, nested }: PropertyRules,
  fields: Fields,
  name: string,
  at: string,
  wrong: InvalidField[],
): void {
  const value = fields[name];
  for (const chain of chains) {
    const broken = chain.find(({ valid }) => !valid(value));
    if (broken) wrong.push({ pointer: at, code: broken.code, ...(broken.params && { params: broken.params }) });
  }
  if (!nested) return;
  if (Array.isArray(value)) {
    fields[name] = value.map((item: unknown, index) =>
      isObject(item) ? fill(nested(), item, `${at}/${index}`, wrong) : item,
    );
  } else if (isObject(value)) {
    fields[name] = fill(nested(), value, at, wrong);
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
