import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

export default tseslint.config({ ignores: ['**/dist', '**/node_modules'] }, ...nx.configs['flat/base'], {
  files: ['**/*.ts'],
  extends: [...tseslint.configs.recommended],
});
