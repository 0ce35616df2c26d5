import type { Caller } from '../faults/caller';

/** An id that nothing has. */
export const NO_RECORD = '01900000-0000-7000-8000-000000000000';

/** What a list of the API calls its first records; nothing where there is no such list. */
export async function namesIn(caller: Caller | undefined, list: string): Promise<string[]> {
  const narrowed = list === '/proposals' ? '&status=open' : '';
  const reply = await caller?.send('GET', `${list}?pageSize=50${narrowed}`);
  const { items = [] } = (reply?.body ?? {}) as { items?: { code?: string; number?: number; id: string }[] };
  return items.map(({ code, number, id }) => String(code ?? number ?? id));
}

/** The path with the first record of the list that it names; parts of a record are left as something that is not there. */
export async function addressOf(caller: Caller, path: string): Promise<string> {
  const at = path.indexOf('{');
  if (at < 0) return path;
  const [name] = await namesIn(caller, path.slice(0, at - 1));
  return path.replace(/\{\w+\}/, name ?? NO_RECORD).replace(/\{\w+\}/g, NO_RECORD);
}
