import type { Charter, SignedInUser } from '@sightline/contracts';
import { Body, Controller, Param, Put } from '@nestjs/common';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { Problems } from '../platform/problems/problem';
import { IfMatch } from '../platform/records/if-match';
import { CharterEditing } from './charter-editing.service';
import {
  PutDeviationsRequest,
  PutDomainsRequest,
  PutExceptionsRequest,
  PutKpisRequest,
  PutPartiesRequest,
  PutPredecessorsRequest,
  PutPrinciplesRequest,
  PutServicesRequest,
  PutSystemsRequest,
} from './charter-links.requests';
import { ResilienceRequest } from './charter.requests';

/** What a charter cites, each list set as a whole. Every answer is the whole charter with its new ETag. */
@Controller('charters/:id')
export class CharterLinksController {
  constructor(private readonly editing: CharterEditing) {}

  @Put('principles')
  @Requires('charter.edit')
  principles(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() request: PutPrinciplesRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Charter> {
    return this.editing.edit(id, version, request, user);
  }

  @Put('kpis')
  @Requires('charter.edit')
  kpis(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() request: PutKpisRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Charter> {
    return this.editing.edit(id, version, request, user);
  }

  @Put('domains')
  @Requires('charter.edit')
  domains(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() request: PutDomainsRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Charter> {
    if (!request.domains && !request.none) throw Problems.invalid([{ pointer: '/domains', code: 'domains-or-none' }]);
    return this.editing.edit(id, version, request, user);
  }

  @Put('services')
  @Requires('charter.edit')
  services(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() request: PutServicesRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Charter> {
    return this.editing.edit(id, version, request, user);
  }

  @Put('systems')
  @Requires('charter.edit')
  systems(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() request: PutSystemsRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Charter> {
    return this.editing.edit(id, version, request, user);
  }

  @Put('parties')
  @Requires('charter.edit')
  parties(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() request: PutPartiesRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Charter> {
    return this.editing.edit(id, version, request, user);
  }

  @Put('exceptions')
  @Requires('charter.edit')
  exceptions(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() request: PutExceptionsRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Charter> {
    return this.editing.edit(id, version, request, user);
  }

  @Put('deviations')
  @Requires('charter.edit')
  deviations(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() request: PutDeviationsRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Charter> {
    return this.editing.edit(id, version, request, user);
  }

  @Put('predecessors')
  @Requires('charter.edit')
  predecessors(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() request: PutPredecessorsRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Charter> {
    return this.editing.edit(id, version, request, user);
  }

  @Put('resilience')
  @Requires('charter.edit')
  resilience(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() request: ResilienceRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Charter> {
    return this.editing.edit(id, version, { resilience: request }, user);
  }
}
