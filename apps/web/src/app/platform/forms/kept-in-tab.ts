import { effect, inject, linkedSignal, untracked, type WritableSignal } from '@angular/core';
import { Session } from '../session/session';
import { Shelf } from './shelf';

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
  const shelfOf = (of: string): Shelf<Partial<M>> => new Shelf(() => sessionStorage, `sightline.form.${person}.${of}`);
  let given = false;
  const model = linkedSignal<{ of: string; values: M }, M>({
    source: () => ({ of: name(), values: begin() }),
    computation: ({ of, values }, before) => {
      const typed = before?.source.of === of ? typedOver(before.source.values, before.value) : shelfOf(of).read();
      return { ...values, ...typed };
    },
  });
  effect(() => {
    const typed = typedOver(begin(), model());
    if (!given) shelfOf(name()).keep(typed);
  });
  const forget = (): void => {
    given = true;
    shelfOf(untracked(name)).keep({});
  };
  return { model, forget };
}

function typedOver<M extends object>(values: M, now: M): Partial<M> {
  const fields = (Object.keys(now) as (keyof M)[]).filter(
    (field) => JSON.stringify(now[field]) !== JSON.stringify(values[field]),
  );
  return Object.fromEntries(fields.map((field) => [field, now[field]])) as Partial<M>;
}
