import { Controller, Get } from '@nestjs/common';
import type { Me, SignedInUser } from '@sightline/contracts';
import { DataSource } from 'typeorm';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { meOf } from './me.query';

@Controller('me')
export class MeController {
  constructor(private readonly db: DataSource) {}

  /** Who is signed in, what they may do, and where they sit. */
  @Get()
  @Requires('me.read')
  read(@CurrentUser() user: SignedInUser): Promise<Me> {
    return meOf(this.db, user.id);
  }
}
