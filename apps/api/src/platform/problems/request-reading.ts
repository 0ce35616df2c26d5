import { validateSync, type ValidationError } from 'class-validator';
import type { InvalidField } from './problem';
import { rememberRules } from './validators/known-rules';
import { type RequestClass, rulesOf } from './validators/rule';

rememberRules();

/** A request of this class, and what is wrong with it. */
export interface ReadRequest<T> {
  request: T;
  wrong: InvalidField[];
}

type Fields = Record<string, unknown>;

/**
 * Turns what was sent into its request class and has class-validator check it. What the class does not name is refused,
 * and never in the result; `__proto__` and `constructor` are names like any other.
 */
export function readRequest<T extends object>(requestClass: RequestClass<T>, given: object): ReadRequest<T> {
  const wrong: InvalidField[] = [];
  const request = fill(requestClass, given as Fields, '', wrong);
  wrong.push(...brokenRules(validateSync(request, { forbidUnknownValues: false })));
  return { request, wrong };
}

function fill<T extends object>(requestClass: RequestClass<T>, given: Fields, at: string, wrong: InvalidField[]): T {
  const rules = rulesOf(requestClass);
  for (const name of Object.keys(given)) {
    if (!rules.has(name)) wrong.push({ pointer: `${at}/${escaped(name)}`, code: 'unknown-property' });
  }
  const request = new requestClass();
  for (const [name, { prepare, nested }] of rules) {
    if (!Object.hasOwn(given, name) || given[name] === undefined) continue;
    const value = prepare.reduce<unknown>((shaped, shape) => shape(shaped), given[name]);
    const filled = (item: unknown, pointer: string): unknown =>
      nested && isObject(item) ? fill(nested(), item, pointer, wrong) : item;
    const pointer = `${at}/${escaped(name)}`;
    (request as Fields)[name] = Array.isArray(value)
      ? value.map((item: unknown, index) => filled(item, `${pointer}/${index}`))
      : filled(value, pointer);
  }
  return request;
}

/** What class-validator found, as pointers into the request. */
function brokenRules(errors: readonly ValidationError[], parent = ''): InvalidField[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const pointer = `${parent}/${escaped(property)}`;
    // That a list has something else than objects in it is said by a rule of ours.
    const here = Object.entries(constraints).filter(([code]) => code !== 'nestedValidation');
    return [...here.map(([code, message]) => withParams(pointer, code, message)), ...brokenRules(children, pointer)];
  });
}

/** Our rules send their values as the message. */
function withParams(pointer: string, code: string, message: string): InvalidField {
  const params = JSON.parse(message) as Record<string, unknown>;
  return Object.keys(params).length > 0 ? { pointer, code, params } : { pointer, code };
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
