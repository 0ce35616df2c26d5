import { ValidateIf } from 'class-validator';
import { type PropertyRules, rulesOn } from './rule';

/** May be left out; null is not allowed. (class-validator's own `IsOptional` lets null through.) */
export function Maybe(): PropertyDecorator {
  return checkedWhen((value) => value !== undefined, 'maybe');
}

/** May be left out, or null, which empties the field. */
export function MaybeNull(): PropertyDecorator {
  return checkedWhen((value) => value !== undefined && value !== null, 'maybe-null');
}

/** Required, unless the request names this other property. */
export function RequiredUnless(other: string): PropertyDecorator {
  return checkedWhen((value, request) => value !== undefined || request[other] === undefined, `unless:${other}`);
}

/** Looks at a property only where this says so; the whole request is there to ask. */
export function checkedWhen(
  isChecked: (value: unknown, request: Record<string, unknown>) => boolean,
  presence?: PropertyRules['presence'],
): PropertyDecorator {
  return (target, property) => {
    ValidateIf((request: Record<string, unknown>, value) => isChecked(value, request))(target, property);
    if (presence) rulesOn(target, property).presence = presence;
  };
}
