import { effect, inject, linkedSignal, untracked, type WritableSignal } from '@angular/core';
import { Session } from '../session/session';

const PREFIX = 'sightline.form.';

export interface KeptForm<M extends object> {
  readonly model: WritableSignal<M>;
  /** What was typed has been sent, or given up. */
  readonly forget: () => void;
}

/**
 * The model of a form whose words stay in this tab until they are sent or given up: a reload or a session that ended
 * loses none. What the form begins with may come later, from the server, and what was typed stays over it. `name` tells
 * the form from others of the same person: with the version of the record it changes, so that what somebody else saved
 * meanwhile is never covered by older words. Call it where things may be injected.
 */
export function keptInTab<M extends object>(name: () => string, begin: () => M): KeptForm<M> {
  const person = untracked(inject(Session).me)?.user.id ?? '';
  let given = false;
  const model = linkedSignal<{ key: string; values: M }, M>({
    source: () => ({ key: `${PREFIX}${person}.${name()}`, values: begin() }),
    computation: ({ key, values }, before) => {
      const typed = before?.source.key === key ? typedOver(before.source.values, before.value) : read<M>(key);
      return { ...values, ...typed };
    },
  });
  effect(() => {
    const typed = typedOver(begin(), model());
    if (!given) keep(`${PREFIX}${person}.${name()}`, typed);
  });
  const forget = (): void => {
    given = true;
    keep(`${PREFIX}${person}.${untracked(name)}`, {});
  };
  return { model, forget };
}

function typedOver<M extends object>(values: M, now: M): Partial<M> {
  const fields = (Object.keys(now) as (keyof M)[]).filter(
    (field) => JSON.stringify(now[field]) !== JSON.stringify(values[field]),
  );
  return Object.fromEntries(fields.map((field) => [field, now[field]])) as Partial<M>;
}

function read<M>(key: string): Partial<M> {
  try {
    return (JSON.parse(sessionStorage.getItem(key) ?? '{}') ?? {}) as Partial<M>;
  } catch {
    return {};
  }
}

function keep(key: string, typed: object): void {
  try {
    if (Object.keys(typed).length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(typed));
  } catch {
    // A full or forbidden store: the words stay on the page.
  }
}
