import { Module } from '@nestjs/common';
import { SearchController } from './search.controller';

/** Finding anything by a code or some words. */
@Module({ controllers: [SearchController] })
export class SearchModule {}
