import { problem, rule, validation } from './problems';
import { audit } from './audit';
import { board } from './board';
import { charters } from './charters';
import { comments } from './comments';
import { compare } from './compare';
import { data } from './data';
import { registers } from './registers';
import { exceptions } from './exceptions';
import { exports } from './exports';
import { imports } from './imports';
import { entry } from './entry';
import { gate } from './gate';
import { home } from './home';
import { mandates } from './mandates';
import { outcome } from './outcome';
import { outcomes } from './outcomes';
import type { en } from '../en';
import type { Words } from '../words';
import { printed } from './printed';
import { shell } from './shell';
import { strategy } from './strategy';
import { tables } from './tables';
import { ui } from './ui';

export const de: Words<typeof en> = {
  problem,
  rule,
  validation,
  audit,
  board,
  charters,
  comments,
  compare,
  data,
  registers,
  exceptions,
  exports,
  imports,
  entry,
  gate,
  home,
  mandates,
  outcome,
  outcomes,
  printed,
  shell,
  strategy,
  tables,
  ui,
};
