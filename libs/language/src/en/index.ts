import { outcome } from './outcome';
import { ui } from './ui';

export const en = { outcome, ui } as const;
