import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { type InvalidField, Problems } from './problem';

type RequestClass = new () => object;

/** Whoever sends more mistakes than this reads no more of them. */
const ERRORS_MAX = 100;
/** The transformation would drop these keys of a query without a word. */
const POISON = ['__proto__', 'constructor', 'prototype'];

/** Turns a body or a query into its request class and checks it; what the class does not name is refused, not dropped. */
@Injectable()
export class RequestPipe implements PipeTransform {
  async transform(value: unknown, { type, metatype }: ArgumentMetadata): Promise<unknown> {
    if ((type !== 'body' && type !== 'query') || !isRequestClass(metatype)) return value;
    const given = value ?? {};
    if (typeof given !== 'object' || Array.isArray(given)) {
      throw Problems.invalid([{ pointer: '', code: 'not-an-object' }]);
    }
    const poison = POISON.find((key) => Object.hasOwn(given, key));
    if (poison) throw Problems.invalid([{ pointer: `?${poison}`, code: 'unknown-property' }]);
    const request = plainToInstance(metatype, given);
    const errors = await validate(request, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: false,
      validationError: { target: false, value: false },
    });
    if (errors.length > 0) {
      throw Problems.invalid((type === 'body' ? inBody(errors) : inQuery(errors)).slice(0, ERRORS_MAX));
    }
    return request;
  }
}

function isRequestClass(metatype: unknown): metatype is RequestClass {
  return (
    typeof metatype === 'function' && ![Object, String, Number, Boolean, Array].some((basic) => basic === metatype)
  );
}

function inQuery(errors: ValidationError[]): InvalidField[] {
  return inBody(errors).map((field) => ({ ...field, pointer: `?${field.pointer.slice(1)}` }));
}

/** What a check found, as pointers into the body. */
export function inBody(errors: ValidationError[], parent = ''): InvalidField[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const pointer = `${parent}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const broken = Object.entries(constraints ?? {}).filter(([code]) => code !== 'nestedValidation');
    const here = broken.map(([code, message]) => withParams(pointer, code, message));
    return [...here, ...inBody(children ?? [], pointer)];
  });
}

/** Our rules send their values as the message; class-validator's own for what the class does not know has none. */
function withParams(pointer: string, code: string, message: string): InvalidField {
  if (code === 'whitelistValidation') return { pointer, code: 'unknown-property' };
  const params = JSON.parse(message) as Record<string, unknown>;
  return Object.keys(params).length > 0 ? { pointer, code, params } : { pointer, code };
}
