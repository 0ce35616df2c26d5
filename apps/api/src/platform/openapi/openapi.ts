import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { versionFromHeader } from '../records/if-match';
import { maybeVersionFromHeader } from '../records/maybe-if-match';
import { type AnswerSchemas, answerOf } from './answers';
import { type JsonSchema, schemaOf } from './request-schema';
import { PROBLEM_SCHEMA } from './problem-schema';
import { type Class, type DeclaredRoute, declaredRoutes } from './routes';

/** Nest's numbers for what a parameter of a handler takes. */
const BODY = '3';
const QUERY = '4';

export interface OpenApiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, JsonSchema>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: JsonSchema };
}

/**
 * The description of the API, out of the decorators that make it: routes, permissions, bodies, queries. What the routes
 * answer stands in their types, which are gone at run time, so it is handed in by the build.
 */
export function openApiOf(module: Class, schemas?: AnswerSchemas): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {};
  const routes = declaredRoutes(module).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const route of routes) {
    const path = `/${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sightline',
      version: '1',
      description:
        'Every page of Sightline uses these paths. Changes under a session need the header X-XSRF-TOKEN with the value ' +
        'of the cookie XSRF-TOKEN, and a same-origin Origin. A path parameter {id} takes the id or the code.',
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: { ...schemas?.named, Problem: PROBLEM_SCHEMA },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'sightline_session' } },
    },
  };
}

/** A file that says which state of it this is, and is not sent again to whoever names that state. */
const FILE_TAG = { description: 'The state of the file, for If-None-Match', schema: { type: 'string' } };
const UNCHANGED = { description: 'The file is still the one of If-None-Match', headers: { ETag: FILE_TAG } };

interface Argument {
  index: number;
  factory?: unknown;
  data?: unknown;
}

function operationOf(route: DeclaredRoute, schemas: AnswerSchemas | undefined): JsonSchema {
  const given = (Reflect.getMetadata(ROUTE_ARGS_METADATA, route.controller, route.handler) ?? {}) as Record<
    string,
    Argument
  >;
  const types = (Reflect.getMetadata('design:paramtypes', route.controller.prototype as object, route.handler) ??
    []) as Class[];
  const classOf = (kind: string): Class | undefined => {
    const found = Object.entries(given).find(([key]) => key.startsWith(`${kind}:`))?.[1];
    return found && types[found.index];
  };
  const body = classOf(BODY);
  const query = classOf(QUERY);
  const takes = (source: unknown): boolean => Object.values(given).some(({ factory }) => factory === source);
  const version = takes(versionFromHeader) ? 'must' : takes(maybeVersionFromHeader) ? 'may' : undefined;
  const comparing = Object.values(given).some(({ data }) => data === 'if-none-match');
  return {
    operationId: route.name,
    tags: [route.path.split('/')[0]],
    ...(route.permission && { 'x-permission': route.permission }),
    security: route.open ? [] : [{ session: [] }],
    parameters: [
      ...pathParameters(route),
      ...(query ? queryParameters(query) : []),
      ...headers(route, version, comparing),
    ],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } }),
    responses: {
      [route.status]: { ...answerOf(route, schemas), ...(comparing && { headers: { ETag: FILE_TAG } }) },
      ...(comparing && { 304: UNCHANGED }),
      ...refusalsOf(route, version, body !== undefined),
    },
  };
}

function pathParameters({ path }: DeclaredRoute): JsonSchema[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', maxLength: 300 },
  }));
}

function queryParameters(query: Class): JsonSchema[] {
  const { properties, required = [] } = schemaOf(query) as {
    properties: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

/** Whether a change has to say which version it is based on. */
type VersionAsked = 'must' | 'may' | undefined;

function headers({ method, open }: DeclaredRoute, version: VersionAsked, comparing: boolean): JsonSchema[] {
  const header = (name: string, required: boolean): JsonSchema => ({
    name,
    in: 'header',
    required,
    schema: { type: 'string' },
  });
  return [
    ...(version ? [header('If-Match', version === 'must')] : []),
    ...(comparing ? [header('If-None-Match', false)] : []),
    ...(method === 'POST' && !open ? [header('Idempotency-Key', false)] : []),
  ];
}

function refusalsOf({ open, method }: DeclaredRoute, version: VersionAsked, hasBody: boolean): JsonSchema {
  const changes = method !== 'GET';
  return {
    400: problem('The request is not valid'),
    ...((changes || !open) && { 401: problem('Nobody is signed in'), 403: problem('Not allowed') }),
    404: problem('Not there, or not visible'),
    ...(changes && { 409: problem('A rule of the business is broken'), 412: problem('Somebody saved first') }),
    ...(hasBody && { 413: problem('Too large') }),
    ...(changes && { 415: problem('The body is not JSON') }),
    ...(version === 'must' && { 428: problem('If-Match is missing') }),
    429: problem('Too many requests'),
    503: problem('Not available now'),
  };
}

function problem(description: string): JsonSchema {
  return { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
}
