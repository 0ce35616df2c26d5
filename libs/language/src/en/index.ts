import { outcome } from './outcome';
import { strategy } from './strategy';
import { ui } from './ui';

export const en = { outcome, strategy, ui } as const;
