import { RequestMethod } from '@nestjs/common';
import {
  HEADERS_METADATA,
  HTTP_CODE_METADATA,
  METHOD_METADATA,
  MODULE_METADATA,
  PATH_METADATA,
} from '@nestjs/common/constants';
import type { Permission } from '@sightline/rules';
import { MEDIA_TYPES } from './answers-file';
import { OPEN_TO_EVERYONE, PERMISSION_OF_ROUTE } from '../access/requires';

export type Class = new (...parameters: never[]) => object;

/** A route as its decorators declare it. */
export interface DeclaredRoute {
  /** `ChartersController.submit` */
  name: string;
  controller: Class;
  handler: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the prefix: `charters/:id/submit`. */
  path: string;
  status: number;
  permission: Permission | undefined;
  open: boolean;
  /** The media types of what it answers; none for JSON. */
  mediaTypes: string[];
}

/** Every route of a module and of the modules it imports, without starting anything. */
export function declaredRoutes(module: Class): DeclaredRoute[] {
  return controllersOf(module).flatMap(routesOf);
}

function controllersOf(module: Class): Class[] {
  const seen = new Set<unknown>();
  const found = new Set<Class>();
  const visit = (one: unknown): void => {
    if (typeof one !== 'function' || seen.has(one)) return;
    seen.add(one);
    for (const controller of listed<Class>(MODULE_METADATA.CONTROLLERS, one)) found.add(controller);
    for (const imported of listed<unknown>(MODULE_METADATA.IMPORTS, one)) visit(imported);
  };
  visit(module);
  return [...found];
}

function listed<T>(key: string, of: object): T[] {
  return (Reflect.getMetadata(key, of) as T[] | undefined) ?? [];
}

function routesOf(controller: Class): DeclaredRoute[] {
  const prototype = controller.prototype as Record<string, object>;
  const names = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
  return names
    .filter((name) => Reflect.hasMetadata(PATH_METADATA, prototype[name] ?? {}))
    .flatMap((name) => routeOf(controller, name, prototype[name] ?? {}));
}

function routeOf(controller: Class, handler: string, of: object): DeclaredRoute[] {
  const method = RequestMethod[
    read<RequestMethod>(METHOD_METADATA, of) ?? RequestMethod.GET
  ] as DeclaredRoute['method'];
  const paths = [read<string | string[]>(PATH_METADATA, of) ?? ''].flat();
  return paths.map((path) => ({
    name: `${controller.name}.${handler}`,
    controller,
    handler,
    method,
    path: [read<string>(PATH_METADATA, controller) ?? '', path]
      .map((part) => part.replace(/^\/|\/$/g, ''))
      .filter(Boolean)
      .join('/'),
    status: read<number>(HTTP_CODE_METADATA, of) ?? (method === 'POST' ? 201 : 200),
    permission: read<Permission>(PERMISSION_OF_ROUTE, of),
    open: read<boolean>(OPEN_TO_EVERYONE, of) ?? false,
    mediaTypes: mediaTypesOf(of),
  }));
}

function mediaTypesOf(of: object): string[] {
  const headers = read<{ name: string; value: string }[]>(HEADERS_METADATA, of) ?? [];
  const set = headers.filter(({ name }) => name.toLowerCase() === 'content-type').map(({ value }) => value);
  return (read<string[]>(MEDIA_TYPES, of) ?? set).map((type) => type.split(';')[0] ?? type);
}

function read<T>(key: string, of: object): T | undefined {
  return Reflect.getMetadata(key, of) as T | undefined;
}
