import { Module } from '@nestjs/common';
import { BoardModule } from '../board/board.module';
import { CommentsModule } from '../comments/comments.module';
import { KpisModule } from '../kpis/kpis.module';
import { InboxController } from './inbox.controller';
import { InboxService } from './inbox.service';

/** What awaits whoever signed in. */
@Module({
  imports: [BoardModule, CommentsModule, KpisModule],
  controllers: [InboxController],
  providers: [InboxService],
})
export class InboxModule {}
