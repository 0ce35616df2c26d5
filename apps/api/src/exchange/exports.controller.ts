import type { SignedInUser } from '@sightline/contracts';
import { Controller, Get, StreamableFile } from '@nestjs/common';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { AnswersFile } from '../platform/openapi/answers-file';
import { WholeExport } from './whole-export.service';

@Controller('exports')
export class ExportsController {
  constructor(private readonly whole: WholeExport) {}

  /** Every record as of one moment: a ZIP with lines of JSON, files that can be brought in again, and a manifest. */
  @Get('all')
  @Requires('records.export')
  @AnswersFile('application/zip')
  async all(@CurrentUser() user: SignedInUser): Promise<StreamableFile> {
    const { name, archive } = await this.whole.begin(user);
    return new StreamableFile(archive.stream, {
      type: 'application/zip',
      disposition: `attachment; filename="${name}"`,
    });
  }
}
