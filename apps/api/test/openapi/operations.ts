import type { Permission } from '@sightline/rules';
import { AppModule } from '../../src/app.module';
import { type AnswerSchemas } from '../../src/platform/openapi/answers';
import { type OpenApiDocument, openApiOf } from '../../src/platform/openapi/openapi';
import type { JsonSchema } from '../../src/platform/openapi/request-schema';

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: JsonSchema;
}

/** One method of one path, as the OpenAPI document says. */
export interface Operation {
  /** `PATCH /charters/{id}` */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  /** undefined for what is open to everyone. */
  permission: Permission | undefined;
  parameters: Parameter[];
  body: JsonSchema | undefined;
  responses: Record<string, JsonSchema>;
}

interface Described {
  'x-permission'?: Permission;
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, JsonSchema>;
}

/** The document of the API as it is in the sources. */
export function documentOf(answers?: AnswerSchemas): OpenApiDocument {
  return openApiOf(AppModule, answers);
}

/** Every operation of the document; new routes are in it without anybody's doing. */
export function operationsOf({ paths }: OpenApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([word, operation]) => {
      const method = word.toUpperCase() as Operation['method'];
      const { parameters, requestBody, responses, ...rest } = operation as unknown as Described;
      return {
        name: `${method} ${path}`,
        method,
        path,
        permission: rest['x-permission'],
        parameters,
        body: requestBody?.content['application/json']?.schema,
        responses,
      };
    }),
  );
}

/** Whether a change has to name the version it is based on. */
export function needsVersion({ parameters }: Operation): boolean {
  return parameters.some(({ name, required }) => name === 'If-Match' && required);
}
