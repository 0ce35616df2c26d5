import { Inject } from '@nestjs/common';

export const CONFIG = Symbol('configuration');

/** Injects the settings of this process. */
export const Configured = (): ParameterDecorator => Inject(CONFIG);
