import { outcome } from './outcome';
import type { en } from '../en';
import type { Words } from '../words';
import { ui } from './ui';

export const de: Words<typeof en> = { outcome, ui };
