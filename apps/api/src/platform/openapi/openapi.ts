import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { versionFromHeader } from '../records/if-match';
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
  components: JsonSchema;
}

/** The description of the API, out of the decorators that make it: routes, permissions, bodies, queries. */
export function openApiOf(module: Class): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {};
  const routes = declaredRoutes(module).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const route of routes) {
    const path = `/${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
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
      schemas: { Problem: PROBLEM_SCHEMA },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'sightline_session' } },
    },
  };
}

interface Argument {
  index: number;
  factory?: unknown;
  data?: unknown;
}

function operationOf(route: DeclaredRoute): JsonSchema {
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
  const needsVersion = Object.values(given).some(({ factory }) => factory === versionFromHeader);
  return {
    operationId: route.name,
    tags: [route.path.split('/')[0]],
    ...(route.permission && { 'x-permission': route.permission }),
    security: route.open ? [] : [{ session: [] }],
    parameters: [...pathParameters(route), ...(query ? queryParameters(query) : []), ...headers(route, needsVersion)],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } }),
    responses: responsesOf(route, needsVersion),
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

function headers({ method, open }: DeclaredRoute, needsVersion: boolean): JsonSchema[] {
  const header = (name: string, required: boolean): JsonSchema => ({
    name,
    in: 'header',
    required,
    schema: { type: 'string' },
  });
  return [
    ...(needsVersion ? [header('If-Match', true)] : []),
    ...(method === 'POST' && !open ? [header('Idempotency-Key', false)] : []),
  ];
}

function responsesOf({ status, open, method }: DeclaredRoute, needsVersion: boolean): JsonSchema {
  const problem = (description: string): JsonSchema => ({
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  return {
    [status]: status === 204 ? { description: 'Done' } : { description: 'Done', content: { 'application/json': {} } },
    400: problem('The request is not valid'),
    ...(!open && { 401: problem('Nobody is signed in'), 403: problem('Not allowed') }),
    404: problem('Not there, or not visible'),
    ...(method !== 'GET' && { 409: problem('A rule of the business is broken') }),
    ...(needsVersion && { 412: problem('Somebody saved first'), 428: problem('If-Match is missing') }),
    503: problem('Not available now'),
  };
}
