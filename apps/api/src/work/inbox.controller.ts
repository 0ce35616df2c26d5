import { Controller, Get } from '@nestjs/common';
import type { Inbox, SignedInUser } from '@sightline/contracts';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { InboxService } from './inbox.service';

@Controller('inbox')
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @Requires('inbox.read')
  read(@CurrentUser() user: SignedInUser): Promise<Inbox> {
    return this.inbox.read(user);
  }
}
