import { SetMetadata } from '@nestjs/common';
import type { Permission } from '@sightline/rules';

export const PERMISSION_OF_ROUTE = 'sightline:permission';
export const OPEN_TO_EVERYONE = 'sightline:open';

/** Names the permission a route needs. A route without it is closed to everyone. */
export const Requires = (permission: Permission): MethodDecorator => SetMetadata(PERMISSION_OF_ROUTE, permission);

/** For sign-in, set-up and health only: the route asks for no session. */
export const OpenToEveryone = (): MethodDecorator => SetMetadata(OPEN_TO_EVERYONE, true);
