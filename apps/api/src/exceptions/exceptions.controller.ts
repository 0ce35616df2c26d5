import type { ExceptionProposed, Page, PrincipleException, SignedInUser } from '@sightline/contracts';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { containing, listOf } from '../platform/lists/list';
import { IfMatch } from '../platform/records/if-match';
import { resolveReference } from '../platform/records/resolve-reference';
import { ExceptionCourse } from './exception-course.service';
import { ExceptionWriting } from './exception-writing.service';
import { EXCEPTION, readException } from './exception.query';
import {
  ExceptionChangesRequest,
  ExceptionListRequest,
  NewExceptionRequest,
  RenewExceptionRequest,
  RevokeExceptionRequest,
} from './exceptions.requests';

/** Permissions to deviate: from what, for what, why, and until when. */
@Controller('exceptions')
export class ExceptionsController {
  constructor(
    private readonly db: DataSource,
    private readonly writing: ExceptionWriting,
    private readonly course: ExceptionCourse,
  ) {}

  @Get()
  @Requires('exception.read')
  async list(@Query() request: ExceptionListRequest): Promise<Page<PrincipleException>> {
    const { q, status, principle, charter } = request;
    return listOf<PrincipleException>(this.db, request, {
      from: 'principle_exception x',
      alias: 'x',
      item: EXCEPTION,
      where: [
        '($1::text IS NULL OR x.status = $1)',
        '($2::uuid IS NULL OR x.principle_id = $2)',
        '($3::uuid IS NULL OR x.charter_id = $3)',
        '($4::text IS NULL OR x.code ILIKE $4 OR x.justification ILIKE $4)',
      ],
      params: [
        status ?? null,
        principle ? await resolveReference(this.db, 'principle', principle, '?principle') : null,
        charter ? await resolveReference(this.db, 'charter', charter, '?charter') : null,
        q ? containing(q) : null,
      ],
      sort: { expiresOn: 'x.expires_on', updatedAt: 'x.updated_at', createdAt: 'x.created_at', code: 'x.code' },
      defaultSort: '-updatedAt',
    });
  }

  @Post()
  @Requires('exception.edit')
  create(@Body() request: NewExceptionRequest, @CurrentUser() user: SignedInUser): Promise<PrincipleException> {
    return this.writing.create(request, user);
  }

  @Get(':id')
  @Requires('exception.read')
  read(@Param('id') id: string): Promise<PrincipleException> {
    return readException(this.db, id);
  }

  @Patch(':id')
  @Requires('exception.edit')
  change(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() changes: ExceptionChangesRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<PrincipleException> {
    return this.writing.change(id, version, changes, user);
  }

  @Post(':id/propose')
  @HttpCode(200)
  @Requires('exception.propose')
  propose(@Param('id') id: string, @CurrentUser() user: SignedInUser): Promise<ExceptionProposed> {
    return this.course.propose(id, user);
  }

  @Post(':id/renew')
  @Requires('exception.edit')
  renew(
    @Param('id') id: string,
    @Body() request: RenewExceptionRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<PrincipleException> {
    return this.writing.renew(id, request, user);
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @Requires('exception.revoke')
  revoke(
    @Param('id') id: string,
    @Body() request: RevokeExceptionRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<PrincipleException> {
    return this.course.revoke(id, request, user);
  }
}
