import { entry } from './entry';
import { home } from './home';
import { outcome } from './outcome';
import type { en } from '../en';
import type { Words } from '../words';
import { shell } from './shell';
import { strategy } from './strategy';
import { ui } from './ui';

export const de: Words<typeof en> = { entry, home, outcome, shell, strategy, ui };
