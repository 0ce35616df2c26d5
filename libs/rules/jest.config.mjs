import { libConfig } from '../../tools/jest/base.mjs';

const config = libConfig('rules');
const [compile] = Object.values(config.transform);

/** FEEL engines that the cells of decision tables are held against; they ship ES modules only. */
const COMPILED_PACKAGES = ['feelin', 'lezer-feel', 'min-dash', 'temporal-[a-z]+'];

export default {
  ...config,
  transform: { ...config.transform, '^.+\\.js$': compile },
  transformIgnorePatterns: [`/node_modules/(?!(${COMPILED_PACKAGES.join('|')})/)`],
};
