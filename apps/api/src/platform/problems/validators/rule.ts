import { registerDecorator } from 'class-validator';

/** What the OpenAPI document says about a property; a fragment of JSON Schema. */
export type Schema = Record<string, unknown>;

export interface ValueRule {
  /** The code of `validation.<code>`; also names the rule for class-validator. */
  code: string;
  params?: Record<string, unknown>;
  schema?: Schema;
  valid: (value: unknown) => boolean;
}

export type RequestClass<T extends object = object> = new () => T;
/** `unless:x`: may be left out where the request names `x`. */
export type Presence = 'maybe' | 'maybe-null' | `unless:${string}`;

/** What is asked of one property of a request class. */
export interface PropertyRules {
  presence?: Presence;
  /** Bring the value into shape before it is checked, in this order. */
  prepare: ((value: unknown) => unknown)[];
  /** What the document says about the value. */
  schemas: Schema[];
  /** Objects of another request class, each checked like a body of its own. */
  nested?: () => RequestClass;
}

type RulesByProperty = ReadonlyMap<string, Readonly<PropertyRules>>;

const declared = new WeakMap<object, Map<string, PropertyRules>>();
const complete = new WeakMap<RequestClass, RulesByProperty>();

/** The rules that decorators put on this property of this class, to be added to. */
export function rulesOn(prototype: object, property: string | symbol): PropertyRules {
  const own = declared.get(prototype) ?? new Map<string, PropertyRules>();
  declared.set(prototype, own);
  const rules = own.get(String(property)) ?? { prepare: [], schemas: [] };
  own.set(String(property), rules);
  return rules;
}

/** Every property of a request class with its rules: its own first, then those of the classes it extends. */
export function rulesOf(requestClass: RequestClass): RulesByProperty {
  const known = complete.get(requestClass);
  if (known) return known;
  const all = new Map<string, PropertyRules>();
  for (let at: object | null = requestClass.prototype; at; at = Object.getPrototypeOf(at) as object | null) {
    for (const [name, rules] of declared.get(at) ?? []) if (!all.has(name)) all.set(name, rules);
  }
  complete.set(requestClass, all);
  return all;
}

/** Property decorator out of rules. The first one that fails is the one that is told. */
export function mustBe(...rules: ValueRule[]): PropertyDecorator {
  return (target, property) => {
    for (const [at, { code, params, schema, valid }] of rules.entries()) {
      if (schema) rulesOn(target, property).schemas.push(schema);
      registerDecorator({
        name: code,
        target: target.constructor,
        propertyName: String(property),
        // Later rules stay silent where an earlier one has already refused the value.
        validator: {
          validate: (value: unknown) => rules.slice(0, at).some((earlier) => !earlier.valid(value)) || valid(value),
          // The values of the sentence travel as its message: class-validator drops the context of a rule that answers at once.
          defaultMessage: () => JSON.stringify(params ?? {}),
        },
      });
    }
    rulesOn(target, property);
  };
}

/** Property decorator that brings a value into shape before it is checked. */
export function prepared(shape: (value: unknown) => unknown): PropertyDecorator {
  return (target, property) => void rulesOn(target, property).prepare.push(shape);
}
