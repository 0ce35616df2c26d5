import { angularConfig } from '../../tools/jest/base.mjs';

export default angularConfig('web', import.meta.dirname);
