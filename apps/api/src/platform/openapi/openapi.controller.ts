import { randomBytes } from 'node:crypto';
import { Controller, Get, Header, Res } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { OpenToEveryone } from '../access/requires';
import { builtDocument } from './described';
import { docsPage } from './docs-page';
import { type OpenApiDocument, openApiOf } from './openapi';
import type { Class } from './routes';

/** The API describes itself. Read at the first request, so that the start does not wait for it. */
@Controller('api')
export class OpenApiController {
  private known: Promise<OpenApiDocument> | undefined;

  constructor(private readonly modules: ModulesContainer) {}

  @Get('openapi.json')
  @OpenToEveryone()
  document(): Promise<OpenApiDocument> {
    this.known ??= this.find();
    return this.known;
  }

  @Get('docs')
  @OpenToEveryone()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async page(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const nonce = randomBytes(16).toString('base64');
    reply.header(
      'Content-Security-Policy',
      `default-src 'none'; style-src 'nonce-${nonce}'; frame-ancestors 'none'; base-uri 'none'`,
    );
    return docsPage(await this.document(), nonce);
  }

  /** As the build wrote it; from sources without what the routes answer, which only the build can read. */
  private async find(): Promise<OpenApiDocument> {
    return (await builtDocument()) ?? openApiOf(rootOf(this.modules));
  }
}

/** The module that lists the features: the platform does not know them. */
function rootOf(modules: ModulesContainer): Class {
  const root = [...modules.values()].find(({ metatype }) => metatype.name === 'AppModule');
  if (!root) throw new Error('There is no AppModule to describe.');
  return root.metatype as Class;
}
