import { SetMetadata } from '@nestjs/common';

export const NEVER_KEPT = 'sightline:never-kept';

/** For routes whose answer carries a secret: it is not kept for a repeat, which then learns that the work is done. */
export const NeverKept = (): MethodDecorator => SetMetadata(NEVER_KEPT, true);
