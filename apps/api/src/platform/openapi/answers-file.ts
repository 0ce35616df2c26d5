import { SetMetadata } from '@nestjs/common';

export const MEDIA_TYPES = 'sightline:media-types';

/** For routes that answer a file or a stream: the media types it may have. Everything else answers JSON. */
export const AnswersFile = (...mediaTypes: string[]): MethodDecorator => SetMetadata(MEDIA_TYPES, mediaTypes);
