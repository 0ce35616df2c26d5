import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { ErasedUser, SignedInUser } from '@sightline/contracts';
import { CurrentUser } from '../platform/access/current-user';
import { RecentSignIn } from '../platform/access/recent-sign-in';
import { Requires } from '../platform/access/requires';
import { IfMatch } from '../platform/records/if-match';
import { ErasureRequest } from './erasure.requests';
import { ErasureService } from './erasure.service';

@Controller('users')
export class ErasureController {
  constructor(private readonly erasure: ErasureService) {}

  /** Erases a person for good; what they did stays, under a name of office. */
  @Post(':id/erase')
  @HttpCode(200)
  @Requires('user.erase')
  @RecentSignIn()
  erase(
    @Param('id') id: string,
    @Body() request: ErasureRequest,
    @IfMatch() version: number,
    @CurrentUser() by: SignedInUser,
  ): Promise<ErasedUser> {
    return this.erasure.erase(id, request, version, by);
  }
}
