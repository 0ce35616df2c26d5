import type { Language } from '@sightline/language';
import { requestContext } from '../platform/requests/request-context';

/** The language of whoever asks; English in background work. */
export function readerLanguage(): Language {
  return requestContext()?.language ?? 'en';
}
