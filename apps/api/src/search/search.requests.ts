import { SEARCH_HITS_DEFAULT, SEARCH_HITS_MAX } from '@sightline/contracts';
import { FromText, Text, Whole } from '../platform/problems/validators';

/** GET /search?q=&limit= */
export class SearchRequest {
  @Text(200)
  q!: string;

  @FromText()
  @Whole(1, SEARCH_HITS_MAX)
  limit: number = SEARCH_HITS_DEFAULT;
}
