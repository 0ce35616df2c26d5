import type { JsonSchema } from './request-schema';
import type { DeclaredRoute } from './routes';

/** What the routes answer, read at build time out of the return types of their controllers (tools/openapi). */
export interface AnswerSchemas {
  /** `ChartersController.read` → the schema of its answer; null for one that has no JSON. */
  answers: Record<string, JsonSchema | null>;
  /** Schemas with a name, for `#/components/schemas`. */
  named: Record<string, JsonSchema>;
}

/** The answer of a route that did its work. A route whose answer nobody described ends the build. */
export function answerOf(route: DeclaredRoute, schemas: AnswerSchemas | undefined): JsonSchema {
  const { name, status, mediaTypes } = route;
  if (status === 204) return { description: 'Done' };
  if (mediaTypes.length > 0) {
    const file = { schema: { type: 'string' } };
    return { description: 'Done', content: Object.fromEntries(mediaTypes.map((type) => [type, file])) };
  }
  if (!schemas) return { description: 'Done', content: { 'application/json': {} } };
  const schema = schemas.answers[name];
  if (schema === undefined) throw new Error(`${name} answers something that is described nowhere.`);
  if (schema === null) {
    throw new Error(
      `${name} answers no JSON: say @AnswersFile('<media type>'), or @HttpCode(204) when it answers nothing.`,
    );
  }
  const headers = headersOf(whole(schema, schemas.named), status);
  return {
    description: 'Done',
    ...(Object.keys(headers).length > 0 && { headers }),
    content: { 'application/json': { schema } },
  };
}

/** As the interceptor sets them: `ETag` for whatever carries the number of a version, `Location` for what was created. */
function headersOf(schema: JsonSchema, status: number): JsonSchema {
  const properties = (schema['properties'] ?? {}) as Record<string, JsonSchema>;
  const text = { type: 'string' };
  return {
    ...(['number', 'integer'].includes(String(properties['version']?.['type'])) && {
      ETag: { description: 'The version, for If-Match', schema: text },
    }),
    ...(status === 201 && 'id' in properties && { Location: { description: 'Where the new record is', schema: text } }),
  };
}

function whole(schema: JsonSchema, named: AnswerSchemas['named']): JsonSchema {
  const name = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').pop() : undefined;
  return (name && named[name]) || schema;
}
