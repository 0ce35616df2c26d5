import { outcome } from './outcome';
import type { en } from '../en';
import type { Words } from '../words';
import { strategy } from './strategy';
import { ui } from './ui';

export const de: Words<typeof en> = { outcome, strategy, ui };
