import { Body, Controller, Get, Param, Patch, Put, Query } from '@nestjs/common';
import type { Board, Page, SignedInUser } from '@sightline/contracts';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { ListRequest } from '../platform/lists/list-request';
import { IfMatch } from '../platform/records/if-match';
import { BoardChangesRequest, PutSeatsRequest } from './board.requests';
import { BoardsService } from './boards.service';
import { SeatsService } from './seats.service';

@Controller('boards')
export class BoardsController {
  constructor(
    private readonly boards: BoardsService,
    private readonly seats: SeatsService,
  ) {}

  @Get()
  @Requires('board.read')
  list(@Query() request: ListRequest): Promise<Page<Board>> {
    return this.boards.list(request);
  }

  @Get(':id')
  @Requires('board.read')
  get(@Param('id') id: string): Promise<Board> {
    return this.boards.get(id);
  }

  @Patch(':id')
  @Requires('board.manage')
  change(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() changes: BoardChangesRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Board> {
    return this.boards.change(id, version, changes, user);
  }

  @Put(':id/seats')
  @Requires('board.manage')
  putSeats(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() seats: PutSeatsRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Board> {
    return this.seats.put(id, version, seats, user);
  }
}
