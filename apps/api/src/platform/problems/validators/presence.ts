import { ValidateIf } from 'class-validator';

const PRESENCE = 'sightline:presence';
type Presence = 'maybe' | 'maybe-null';

/** May be left out; null is not allowed. (class-validator's own `IsOptional` lets null through.) */
export function Maybe(): PropertyDecorator {
  return presence('maybe', (value) => value !== undefined);
}

/** May be left out, or null, which empties the field. */
export function MaybeNull(): PropertyDecorator {
  return presence('maybe-null', (value) => value !== undefined && value !== null);
}

/** Whether a property of a request class may be left out; undefined when it must be there. */
export function presenceOf(requestClass: object, property: string): Presence | undefined {
  return Reflect.getMetadata(PRESENCE, requestClass, property) as Presence | undefined;
}

function presence(kind: Presence, isChecked: (value: unknown) => boolean): PropertyDecorator {
  return (target, property) => {
    ValidateIf((_object, value) => isChecked(value))(target, property);
    Reflect.defineMetadata(PRESENCE, kind, target, property);
  };
}
