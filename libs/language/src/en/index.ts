import { entry } from './entry';
import { home } from './home';
import { outcome } from './outcome';
import { shell } from './shell';
import { strategy } from './strategy';
import { ui } from './ui';

export const en = { entry, home, outcome, shell, strategy, ui } as const;
