import type { Problem } from '@sightline/contracts';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import type { OpenApiDocument } from '../../src/platform/openapi/openapi';
import { isDate } from '../../src/platform/problems/validators';
import type { JsonSchema } from '../../src/platform/openapi/request-schema';
import type { Operation } from '../openapi/operations';
import type { RawAnswer } from '../openapi/send';
import type { Case } from './cases';

/** Refusals of the server itself, whatever was asked for: unreadable, unknown, another method, too long. */
const OF_THE_SERVER = [400, 404, 405, 413, 414, 415, 417, 431];

/** Holds answers against the OpenAPI document, and against nothing else (T12). */
export class Judge {
  private readonly ajv: Ajv;
  private readonly known = new Map<string, ValidateFunction>();
  private readonly paths: RegExp[];

  constructor(document: OpenApiDocument) {
    this.ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true, inlineRefs: false });
    this.ajv.addFormat('date', isDate);
    this.ajv.addFormat('uuid', /^[0-9a-f-]{36}$/i);
    for (const format of ['email', 'password', 'date-time', 'binary']) this.ajv.addFormat(format, true);
    this.ajv.addSchema({ $id: 'document', components: document.components });
    this.paths = Object.keys(document.paths).map((path) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`));
  }

  /** Everything that is wrong with an answer; empty when it is as promised. */
  complaints(operation: Operation, tried: Case, answer: RawAnswer): string[] {
    const { status } = answer;
    if (status >= 500) return [`${status}: a fault of the server`];
    const described = operation.responses[String(status)];
    if (!described && !OF_THE_SERVER.includes(status)) return [`${status} is not in the document`];
    if (status >= 400) return this.ofRefusal(operation, tried, answer);
    return [...this.ofAnswer(described ?? {}, answer), ...this.ofAcceptance(operation, tried, answer)];
  }

  /** Whether the document allows this body; tidied as the server tidies texts before it looks at them. */
  allows(schema: JsonSchema, body: unknown): boolean {
    const isValid = this.compiled(schema);
    return isValid(tidied(JSON.parse(JSON.stringify(body) ?? 'null'))) === true;
  }

  private ofAnswer(described: JsonSchema, { type, body, headers }: RawAnswer): string[] {
    const content = described['content'] as Record<string, { schema?: JsonSchema }> | undefined;
    const missing = Object.keys((described['headers'] ?? {}) as object)
      .filter((name) => !headers[name.toLowerCase()])
      .map((name) => `the header ${name} is missing`);
    if (!content) return [...(body === '' ? [] : ['a body where the document has none']), ...missing];
    const media = content[type];
    if (!media) return [`answered as ${type || 'nothing'}, described as ${Object.keys(content).join(', ')}`];
    const location = headers['location'];
    const isLost = location !== undefined && !this.paths.some((path) => path.test(location.replace('/api/v1', '')));
    return [
      ...(type.endsWith('json') && media.schema ? this.against(media.schema, body) : []),
      ...missing,
      ...(isLost ? [`Location ${location.replace(/[0-9a-f-]{36}/g, '…')} leads nowhere`] : []),
    ];
  }

  private ofAcceptance({ body: schema, name }: Operation, tried: Case, { status }: RawAnswer): string[] {
    if (!schema || tried.body === undefined || this.allows(schema, tried.body)) return [];
    return [`${status} for a body that the document of ${name} does not allow`];
  }

  private ofRefusal(operation: Operation, tried: Case, { status, type, body }: RawAnswer): string[] {
    if (type !== 'application/problem+json') return [`${status} as ${type || 'nothing'}, not as a problem`];
    const wrong = this.against({ $ref: '#/components/schemas/Problem' }, body);
    if (wrong.length > 0) return wrong;
    const problem = body as Problem;
    if (problem.status !== status) return [`${status} says that it is ${problem.status}`];
    return status === 400 ? this.ofFields(operation, tried, problem) : [];
  }

  /** Where a field is at fault the problem names it, and it names nothing that is not there. */
  private ofFields({ body, parameters }: Operation, tried: Case, { code, errors = [] }: Problem): string[] {
    if (code !== 'invalid-request') return [];
    if (errors.length === 0) return ['an invalid request without a word about its fields'];
    const pointers = errors.map(({ pointer }) => pointer);
    const whole = errors.some(({ pointer, code: why }) => pointer === '' && why === 'does-not-fit');
    if (whole) return ['the database refused what the description allows (does-not-fit)'];
    const isFault = tried.fault !== undefined && this.isAtFault(body, parameters, tried);
    if (isFault && !pointers.some((pointer) => isRelated(pointer, tried.fault ?? ''))) {
      return [`${tried.fault} was spoilt, the problem names ${pointers.slice(0, 3).join(', ')}`];
    }
    return [];
  }

  private isAtFault(schema: JsonSchema | undefined, parameters: Operation['parameters'], tried: Case): boolean {
    if (tried.fault?.startsWith('?')) {
      const asked = parameters.find(({ name }) => `?${name}` === tried.fault);
      return asked !== undefined && !this.allowsText(asked.schema, tried.query ?? '');
    }
    if (!schema || tried.body === undefined || this.allows(schema, tried.body)) return false;
    const fault = tried.fault ?? '';
    const errors = this.compiled(schema).errors ?? [];
    return errors.some(({ instancePath }) => instancePath === fault || instancePath.startsWith(`${fault}/`));
  }

  private allowsText(schema: JsonSchema, query: string): boolean {
    const text = decodeURIComponent(query.slice(query.indexOf('=') + 1));
    const isNumber = [schema['type']].flat().some((kind) => kind === 'integer' || kind === 'number');
    return this.allows(schema, isNumber ? Number(text) : text);
  }

  private against(schema: JsonSchema, body: unknown): string[] {
    const isValid = this.compiled(schema);
    if (isValid(body)) return [];
    const found = (isValid.errors ?? []).map(({ instancePath, message, params }) => {
      const which = (params as { additionalProperty?: string }).additionalProperty;
      return `not as described: ${instancePath.replace(/\/\d+/g, '/*') || '/'} ${message ?? ''}${which ? ` (${which})` : ''}`;
    });
    return [...new Set(found)].slice(0, 5);
  }

  private compiled(schema: JsonSchema): ValidateFunction {
    const text = JSON.stringify(schema);
    const validate =
      this.known.get(text) ?? this.ajv.compile(JSON.parse(text.replaceAll('"#/', '"document#/')) as object);
    this.known.set(text, validate);
    return validate;
  }
}

function isRelated(pointer: string, fault: string): boolean {
  return pointer === fault || pointer.startsWith(`${fault}/`) || (pointer !== '' && fault.startsWith(`${pointer}/`));
}

/** As `Text` does it: line ends, then what stands around. */
function tidied(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim();
  if (Array.isArray(value)) return value.map(tidied);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, tidied(one)]));
}
