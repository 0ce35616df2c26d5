import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { InvitedUser, IssuedActivation, Page, SignedInUser, User } from '@sightline/contracts';
import { DataSource } from 'typeorm';
import { CurrentUser } from '../platform/access/current-user';
import { NeverKept } from '../platform/access/never-kept';
import { Requires } from '../platform/access/requires';
import { IfMatch } from '../platform/records/if-match';
import { listOfUsers, userOf } from './user.query';
import { NewUserRequest, UserChangesRequest, UserListRequest } from './user.requests';
import { UserEditingService } from './user-editing.service';
import { UserInvitingService } from './user-inviting.service';

@Controller('users')
export class UsersController {
  constructor(
    private readonly db: DataSource,
    private readonly inviting: UserInvitingService,
    private readonly editing: UserEditingService,
  ) {}

  @Get()
  @Requires('user.read')
  list(@Query() request: UserListRequest): Promise<Page<User>> {
    return listOfUsers(this.db, request);
  }

  @Get(':id')
  @Requires('user.read')
  read(@Param('id') id: string): Promise<User> {
    return userOf(this.db, id);
  }

  /** Invites somebody; the answer holds the one-time link, which is shown this once. */
  @Post()
  @Requires('user.manage')
  @NeverKept()
  invite(@Body() request: NewUserRequest, @CurrentUser() by: SignedInUser): Promise<InvitedUser> {
    return this.inviting.invite(request, by);
  }

  @Patch(':id')
  @Requires('user.manage')
  change(@Param('id') id: string, @Body() request: UserChangesRequest, @IfMatch() version: number): Promise<User> {
    return this.editing.change(id, request, version);
  }

  /** A new invitation for who never signed in; a reset for everybody else. */
  @Post(':id/activation-link')
  @HttpCode(200)
  @Requires('user.manage')
  @NeverKept()
  renew(@Param('id') id: string, @CurrentUser() by: SignedInUser): Promise<IssuedActivation> {
    return this.inviting.renew(id, by);
  }
}
