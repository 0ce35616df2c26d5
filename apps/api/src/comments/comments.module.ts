import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { CommentReading } from './comment-reading.service';
import { CommentResolving } from './comment-resolving.service';
import { CommentWriting } from './comment-writing.service';
import { CommentsController } from './comments.controller';

/** Comments in threads, on records and on passages of the strategy. */
@Module({
  imports: [AuditModule],
  controllers: [CommentsController],
  providers: [CommentReading, CommentResolving, CommentWriting],
  exports: [CommentReading],
})
export class CommentsModule {}
