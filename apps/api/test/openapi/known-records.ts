import type { Operation } from './operations';

/** A record that is there, as a list of the API shows it. */
export interface KnownRecord {
  /** The ids of what it lies in, outermost first. */
  within: string[];
  id: string;
  values: Record<string, unknown>;
}

/** An id of nothing. */
export const NOBODY = '01900000-0000-7000-8000-000000000000';

type Get = (path: string) => Promise<{ status: number; body: unknown }>;

/** How many records of one list lead to the lists inside them. */
const PARENTS = 2;

/** The records of the installation by the list that shows them (`/charters/{id}/milestones`), read through the API itself. */
export class KnownRecords {
  private readonly lists = new Map<string, KnownRecord[]>();

  /** Reads every list of the document; lists inside records after those of the records. */
  static async read(operations: readonly Operation[], get: Get): Promise<KnownRecords> {
    const known = new KnownRecords();
    const lists = operations
      .filter(({ method, path }) => method === 'GET' && !path.endsWith('}'))
      .sort((a, b) => a.path.split('/').length - b.path.split('/').length);
    for (const { path } of lists) {
      for (const within of known.parentsOf(path)) {
        const { status, body } = await get(`${filled(path, within)}${path.includes('{') ? '' : '?pageSize=50'}`);
        const { body: all } = status === 400 ? await get(filled(path, within)) : { body };
        for (const item of itemsOf(all)) known.add(path, within, item);
      }
    }
    return known;
  }

  /** Keeps a record that an answer tells of. */
  add(list: string, within: string[], values: Record<string, unknown>): void {
    if (typeof values['id'] !== 'string') return;
    const before = this.lists.get(list) ?? [];
    if (before.some(({ id }) => id === values['id'])) return;
    this.lists.set(list, [...before, { within, id: values['id'], values }].slice(-200));
  }

  /** The records of a list; of one with the same last word where the document has no such list. */
  of(list: string): KnownRecord[] {
    const exact = this.lists.get(list);
    if (exact) return exact;
    const word = list.split('/').pop() ?? '';
    const like = [...this.lists].find(([path]) => path.split('/').pop() === word);
    return (like?.[1] ?? []).map((record) => ({ ...record, within: [] }));
  }

  /** Records that a property of this name may point at: `owner` at people, `domain` at data domains. */
  named(property: string): KnownRecord[] {
    const words = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const lists = [...this.lists].filter(([path]) => {
      const word = singular(path.split('/').pop() ?? '');
      return word === words || word.endsWith(`-${words}`) || words.endsWith(`-${word}`);
    });
    const found = lists.flatMap(([, records]) => records);
    return found.length > 0 ? found : this.of('/users');
  }

  /** The values for the parameters of a path, of a record that is there; of nothing where none is. */
  parametersFor(path: string, choose: (among: number) => number, byCode: () => boolean = () => false): string[] {
    const segments = path.split('/');
    const places = segments.flatMap((segment, at) => (segment.startsWith('{') ? [at] : []));
    let values: string[] = [];
    for (const at of places) {
      const name = (segments[at] ?? '').slice(1, -1);
      const records = this.of(segments.slice(0, at).join('/'));
      const inside = records.filter(({ within }) => within.join() === values.join());
      const among = inside.length > 0 ? inside : records;
      const record = among[choose(among.length)];
      if (record && record.within.length === values.length) values = [...record.within];
      values.push(addressOf(record, name, byCode()));
    }
    return values;
  }

  private parentsOf(path: string): string[][] {
    if (!path.includes('{')) return [[]];
    const upTo = path.slice(0, path.lastIndexOf('{') - 1);
    const name = path.slice(path.lastIndexOf('{') + 1, path.lastIndexOf('}'));
    return this.of(upTo)
      .slice(0, PARENTS)
      .map((record) => [...record.within, addressOf(record, name, false)]);
  }
}

/** A path with its parameters filled in, in their order. */
export function filled(path: string, values: readonly string[]): string {
  let at = 0;
  return path.replace(/\{\w+\}/g, () => values[at++] ?? NOBODY);
}

/** A parameter `n` of `/strategy/versions/{n}` is the number of a version; all others take the id or the code. */
function addressOf(record: KnownRecord | undefined, name: string, byCode: boolean): string {
  if (!record) return name.length === 1 ? '1' : NOBODY;
  const { number, code } = record.values;
  if (/^(n|number)$/.test(name) && typeof number === 'number') return String(number);
  return byCode && typeof code === 'string' ? code : record.id;
}

function itemsOf(body: unknown): Record<string, unknown>[] {
  const items = Array.isArray(body) ? body : (body as { items?: unknown } | null)?.items;
  return Array.isArray(items) ? (items as Record<string, unknown>[]) : [];
}

function singular(word: string): string {
  return word.replace(/ies$/, 'y').replace(/s$/, '');
}
