import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { type InvalidField, Problems } from './problem';
import { readRequest } from './request-reading';
import type { RequestClass } from './validators/rule';

/** Whoever sends more mistakes than this reads no more of them. */
const ERRORS_MAX = 100;

/** Turns a body or a query into its request class and checks it; what the class does not name is refused, not dropped. */
@Injectable()
export class RequestPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || !isRequestClass(metatype)) return value;
    const given = value ?? {};
    if (typeof given !== 'object' || Array.isArray(given)) {
      throw Problems.invalid([{ pointer: '', code: 'not-an-object' }]);
    }
    const { request, wrong } = readRequest(metatype, given);
    if (wrong.length > 0) throw Problems.invalid((type === 'body' ? wrong : inQuery(wrong)).slice(0, ERRORS_MAX));
    return request;
  }
}

function isRequestClass(metatype: unknown): metatype is RequestClass {
  return (
    typeof metatype === 'function' && ![Object, String, Number, Boolean, Array].some((basic) => basic === metatype)
  );
}

function inQuery(wrong: InvalidField[]): InvalidField[] {
  return wrong.map((field) => ({ ...field, pointer: `?${field.pointer.slice(1)}` }));
}
