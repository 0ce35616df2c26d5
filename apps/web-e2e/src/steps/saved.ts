import type { Page } from 'playwright-core';

/** What was typed has reached the server. */
export const saved = (page: Page): Promise<void> =>
  page
    .getByRole('status')
    .filter({ hasText: /^\s*Saved/ })
    .first()
    .waitFor();
