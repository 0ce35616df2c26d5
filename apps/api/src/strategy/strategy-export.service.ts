import type { StrategyVersion } from '@sightline/contracts';
import type { Language } from '@sightline/language';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { canonicalText, sha256 } from '../audit/audit-event';
import type { DocumentFormat } from '../platform/documents/document';
import { Documents } from '../platform/documents/documents.service';
import { printedStrategy, type Printing, printingOf, type Publisher } from './document/printed-strategy';
import { strategyMarkdown } from './document/strategy-markdown';
import { StrategyReadingService } from './strategy-reading.service';

export type ExportFormat = DocumentFormat | 'md';

/** A file of a version; its bytes are only made when somebody takes them. */
export interface StrategyFile {
  name: string;
  /** Of all that stands in it, so that whoever has it already need not get it again. */
  etag: string;
  bytes(): Promise<Buffer>;
}

/** A version as a file: PDF and DOCX to be read, Markdown also to be brought back. Reading leaves no trace. */
@Injectable()
export class StrategyExportService {
  constructor(
    private readonly db: DataSource,
    private readonly reading: StrategyReadingService,
    private readonly documents: Documents,
  ) {}

  async file(reference: string, format: ExportFormat, language: Language): Promise<StrategyFile> {
    const [version, publisher] = await Promise.all([this.reading.version(reference), this.publisher()]);
    const printing = printingOf(version, publisher, language);
    const said: unknown = format === 'md' ? strategyMarkdown(printing) : printedStrategy(printing);
    return {
      name: fileName(printing, version, format),
      etag: `"${sha256(`${FORM} ${format} ${canonicalText(said)}`)}"`,
      bytes: () => this.written(printing, format),
    };
  }

  private written(printing: Printing, format: ExportFormat): Promise<Buffer> {
    if (format === 'md') return Promise.resolve(Buffer.from(strategyMarkdown(printing)));
    return this.documents.write(format, printedStrategy(printing));
  }

  private async publisher(): Promise<Publisher> {
    const [row] = await this.db.query<Publisher[]>(
      'SELECT name AS organisation, currency, time_zone AS "timeZone" FROM organisation',
    );
    return row ?? { organisation: 'Sightline', currency: 'EUR', timeZone: 'UTC' };
  }
}

/** Rises when the same version would be written as another file. */
const FORM = 1;

/** Of letters that every system takes: "strategy-v2-draft.pdf". */
function fileName({ say }: Printing, { number, status }: StrategyVersion, format: ExportFormat): string {
  const word = say('printed.file')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-');
  return `${word}-v${number}${status === 'in_force' ? '' : `-${status.replace('_', '-')}`}.${format}`;
}
