import { angularConfig } from '../../tools/jest/base.mjs';

export default angularConfig('ui', import.meta.dirname);
