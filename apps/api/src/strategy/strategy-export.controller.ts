import { Controller, Get, Headers, Param, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Requires } from '../platform/access/requires';
import { AnswersFile } from '../platform/openapi/answers-file';
import { languageOf } from '../platform/requests/language-of';
import { type ExportFormat, StrategyExportService } from './strategy-export.service';

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
} as const satisfies Record<ExportFormat, string>;
const NOT_MODIFIED = 304;

/** A version of the strategy as a file; whoever may read the version may have it. */
@Controller('strategy/versions/:n')
export class StrategyExportController {
  constructor(private readonly exports: StrategyExportService) {}

  @Get('document.pdf')
  @Requires('strategy.read')
  @AnswersFile(TYPES.pdf)
  pdf(
    @Param('n') n: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') languages?: string,
    @Headers('if-none-match') known?: string,
  ): Promise<StreamableFile | undefined> {
    return this.answer('pdf', { n, languages, known }, reply);
  }

  @Get('document.docx')
  @Requires('strategy.read')
  @AnswersFile(TYPES.docx)
  docx(
    @Param('n') n: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') languages?: string,
    @Headers('if-none-match') known?: string,
  ): Promise<StreamableFile | undefined> {
    return this.answer('docx', { n, languages, known }, reply);
  }

  @Get('document.md')
  @Requires('strategy.read')
  @AnswersFile('text/markdown')
  markdown(
    @Param('n') n: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') languages?: string,
    @Headers('if-none-match') known?: string,
  ): Promise<StreamableFile | undefined> {
    return this.answer('md', { n, languages, known }, reply);
  }

  private async answer(
    format: ExportFormat,
    { n, languages, known }: { n: string; languages: string | undefined; known: string | undefined },
    reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const file = await this.exports.file(n, format, languageOf(languages));
    // To be asked for every time, and sent only when it has changed.
    reply.headers({ ETag: file.etag, 'Cache-Control': 'private, no-cache', Vary: 'Accept-Language, Cookie' });
    if (known === file.etag) {
      reply.code(NOT_MODIFIED);
      return undefined;
    }
    const disposition = `attachment; filename="${file.name}"`;
    return new StreamableFile(await file.bytes(), { type: TYPES[format], disposition });
  }
}
