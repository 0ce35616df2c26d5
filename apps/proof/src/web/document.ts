/** As much of a JSON Schema as requests of ours use. */
export interface Schema {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minimum?: number;
  minLength?: number;
  maxLength?: number;
  additionalProperties?: boolean | Schema;
}

/** A route, as the served OpenAPI document describes it. */
export interface Operation {
  method: string;
  /** With names in braces: `/charters/{id}/submit`. */
  path: string;
  permission: string | undefined;
  body: Schema | undefined;
  needsVersion: boolean;
  /** What can be asked for in the address. */
  queries: QueryParameter[];
}

export interface QueryParameter {
  name: string;
  schema: Schema;
}

interface Described {
  'x-permission'?: string;
  parameters?: { name: string; in: string; required: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** Every route of a running Sightline, by its own description. */
export async function operationsOf(url: string): Promise<Operation[]> {
  const answer = await fetch(`${url}/api/openapi.json`);
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, Described>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, 'x-permission': permission }]) => ({
      method: method.toUpperCase(),
      path,
      permission,
      body: requestBody?.content['application/json']?.schema,
      needsVersion: parameters.some(({ name, required }) => name === 'If-Match' && required),
      queries: parameters.filter((parameter) => parameter.in === 'query'),
    })),
  );
}

export const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;

export const isA = ({ type }: Schema, name: string): boolean => [type].flat().includes(name);

/** Text that somebody writes: no word of a list, no day, no number in quotes, no password, no id. */
export function isText(schema: Schema): boolean {
  const { enum: words, format, pattern } = schema;
  return isA(schema, 'string') && !isA(schema, 'number') && !words && !format && !pattern;
}
