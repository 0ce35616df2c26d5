import { libConfig } from '../../tools/jest/base.mjs';

const config = libConfig('prose');
const [compile] = Object.values(config.transform);

/** The reader of Markdown ships ES modules only. */
export default {
  ...config,
  transform: { ...config.transform, '^.+\\.js$': compile },
  transformIgnorePatterns: ['/node_modules/(?!marked/)'],
};
