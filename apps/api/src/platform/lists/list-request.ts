import { PAGE_MAX, PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX } from '@sightline/contracts';
import { FromText, Maybe, Text, Whole } from '../problems/validators';

/** What a short list understands, which is read whole: `?page=1&pageSize=50`. */
export class PageRequest {
  @FromText()
  @Whole(1, PAGE_MAX)
  page: number = 1;

  @FromText()
  @Whole(1, PAGE_SIZE_MAX)
  pageSize: number = PAGE_SIZE_DEFAULT;
}

/**
 * What every list understands: `?q=&page=1&pageSize=50&sort=-updatedAt`. A list with filters of its own extends it;
 * a query parameter that no request class names is refused (400).
 */
export class ListRequest extends PageRequest {
  @Maybe()
  @Text(200, { empty: true })
  q?: string;

  /** A key the list knows, with `-` before it for descending. */
  @Maybe()
  @Text(50)
  sort?: string;
}
