import { Inject } from '@nestjs/common';

export const LOGGER = Symbol('logger');

/** Injects the log of this process. */
export const Logged = (): ParameterDecorator => Inject(LOGGER);
