import { libConfig } from '../../tools/jest/base.mjs';

export default libConfig('testing');
