import type {
  Comment,
  CommentThread,
  Mention,
  Mentionable,
  MentionsSeen,
  Page,
  SignedInUser,
} from '@sightline/contracts';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { PageRequest } from '../platform/lists/list-request';
import { IfMatch } from '../platform/records/if-match';
import { CommentReading } from './comment-reading.service';
import { CommentResolving } from './comment-resolving.service';
import { CommentWriting } from './comment-writing.service';
import { CommentListRequest, CommentTextRequest, MentionableRequest, NewCommentRequest } from './comments.requests';

/** What people say about a record, or about a passage of the strategy. */
@Controller('comments')
export class CommentsController {
  constructor(
    private readonly reading: CommentReading,
    private readonly writing: CommentWriting,
    private readonly resolving: CommentResolving,
  ) {}

  @Get()
  @Requires('comment.read')
  list(@Query() request: CommentListRequest, @CurrentUser() reader: SignedInUser): Promise<Page<CommentThread>> {
    return this.reading.list(request, reader);
  }

  @Post()
  @Requires('comment.write')
  begin(@Body() request: NewCommentRequest, @CurrentUser() user: SignedInUser): Promise<CommentThread> {
    return this.writing.begin(request, user);
  }

  @Get('mentions')
  @Requires('comment.read')
  mentions(@Query() request: PageRequest, @CurrentUser() reader: SignedInUser): Promise<Page<Mention>> {
    return this.reading.mentions(request, reader);
  }

  @Get('mentionable')
  @Requires('comment.write')
  mentionable(@Query() request: MentionableRequest, @CurrentUser() reader: SignedInUser): Promise<Mentionable> {
    return this.reading.mentionable(request, reader);
  }

  @Get(':id')
  @Requires('comment.read')
  thread(@Param('id') id: string, @CurrentUser() reader: SignedInUser): Promise<CommentThread> {
    return this.reading.thread(id, reader);
  }

  @Patch(':id')
  @Requires('comment.edit')
  edit(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() request: CommentTextRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Comment> {
    return this.writing.edit(id, version, request, user);
  }

  @Delete(':id')
  @Requires('comment.edit')
  withdraw(@Param('id') id: string, @IfMatch() version: number, @CurrentUser() user: SignedInUser): Promise<Comment> {
    return this.writing.withdraw(id, version, user);
  }

  @Post(':id/replies')
  @Requires('comment.write')
  reply(
    @Param('id') id: string,
    @Body() request: CommentTextRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Comment> {
    return this.writing.reply(id, request, user);
  }

  @Post(':id/resolve')
  @HttpCode(200)
  @Requires('comment.resolve')
  resolve(
    @Param('id') id: string,
    @IfMatch() version: number,
    @CurrentUser() user: SignedInUser,
  ): Promise<CommentThread> {
    return this.resolving.settle(id, version, true, user);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Requires('comment.resolve')
  reopen(
    @Param('id') id: string,
    @IfMatch() version: number,
    @CurrentUser() user: SignedInUser,
  ): Promise<CommentThread> {
    return this.resolving.settle(id, version, false, user);
  }

  @Post(':id/seen')
  @HttpCode(200)
  @Requires('comment.read')
  see(@Param('id') id: string, @CurrentUser() user: SignedInUser): Promise<MentionsSeen> {
    return this.resolving.see(id, user);
  }
}
