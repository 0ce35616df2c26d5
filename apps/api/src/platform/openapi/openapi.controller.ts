import { randomBytes } from 'node:crypto';
import { Controller, Get, Header, Res } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { OpenToEveryone } from '../access/requires';
import { docsPage } from './docs-page';
import { type OpenApiDocument, openApiOf } from './openapi';
import type { Class } from './routes';

/** The API describes itself. Made at the first request, so that the start does not wait for it. */
@Controller('api')
export class OpenApiController {
  private made: OpenApiDocument | undefined;

  constructor(private readonly modules: ModulesContainer) {}

  @Get('openapi.json')
  @OpenToEveryone()
  document(): OpenApiDocument {
    this.made ??= openApiOf(rootOf(this.modules));
    return this.made;
  }

  @Get('docs')
  @OpenToEveryone()
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(@Res({ passthrough: true }) reply: FastifyReply): string {
    const nonce = randomBytes(16).toString('base64');
    reply.header(
      'Content-Security-Policy',
      `default-src 'none'; style-src 'nonce-${nonce}'; frame-ancestors 'none'; base-uri 'none'`,
    );
    return docsPage(this.document(), nonce);
  }
}

/** The module that lists the features: the platform does not know them. */
function rootOf(modules: ModulesContainer): Class {
  const root = [...modules.values()].find(({ metatype }) => metatype.name === 'AppModule');
  if (!root) throw new Error('There is no AppModule to describe.');
  return root.metatype as Class;
}
