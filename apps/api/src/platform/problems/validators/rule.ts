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

/** Property decorator out of rules. The first one that fails is the one that is told. */
export function mustBe(...rules: ValueRule[]): PropertyDecorator {
  return (target, property) => {
    for (const [at, { code, params, schema, valid }] of rules.entries()) {
      registerDecorator({
        name: code,
        target: target.constructor,
        propertyName: String(property),
        constraints: [schema ?? {}],
        // Later rules stay silent where an earlier one has already refused the value.
        validator: {
          validate: (value: unknown) => rules.slice(0, at).some((earlier) => !earlier.valid(value)) || valid(value),
          // The values of the sentence travel as its message: class-validator drops the context of a rule that answers at once.
          defaultMessage: () => JSON.stringify(params ?? {}),
        },
      });
    }
  };
}
