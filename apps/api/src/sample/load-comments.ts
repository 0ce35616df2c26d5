import { PRINCIPLE_TEXTS, type QuoteAnchor, QUOTE_CONTEXT_MAX, SECTIONS } from '@sightline/contracts';
import { newId } from '../platform/records/new-id';
import { OPENINGS, type SampleThread, THREADS } from './company/strategy/comments';
import { PRINCIPLES } from './company/strategy/principles';
import { PROSE, type Wordings } from './company/strategy/prose';
import { insertRows } from './sample-rows';
import type { SampleStage } from './sample-stage';

/** Chapters that are open to a partner, and what people inside and outside say about the text. */
export async function loadComments(stage: SampleStage): Promise<void> {
  for (const opening of OPENINGS) await openTo(stage, opening);
  for (const thread of THREADS) await begin(stage, thread);
}

async function openTo(
  { tx, ids, calendar, history }: SampleStage,
  { version, chapter, parties, daysAgo }: (typeof OPENINGS)[number],
): Promise<void> {
  const at = calendar.ago(daysAgo, '11:20');
  const actor = ids.of('Ingrid Halvorsen');
  const [id, versionId] = [ids.add(`opening v${version} ${chapter}`), ids.of(`v${version}`)];
  const times = { version: 1, created_at: at, created_by: actor, updated_at: at };
  await insertRows(tx, 'section_opening', [{ id, strategy_version_id: versionId, chapter, ...times }]);
  await insertRows(
    tx,
    'section_opening_to',
    parties.map((party) => ({ id: newId(), opening_id: id, party_id: ids.of(party) })),
  );
  const record = { recordType: 'strategy_version', recordId: versionId, recordCode: `v${version}` };
  history.add({ ...record, at, actor, action: 'section.opened', after: { chapter, parties } });
}

async function begin(stage: SampleStage, thread: SampleThread): Promise<void> {
  const { version, chapter, principle, quote, replies = [], resolved } = thread;
  const { tx, ids, calendar } = stage;
  const anchor = quote === undefined ? null : anchorOf(thread, quote);
  const place = {
    record_type: 'strategy_version',
    record_id: ids.of(`v${version}`),
    chapter,
    principle_id: ids.orNull(principle),
    quote: anchor?.quote ?? null,
    quote_before: anchor?.before ?? null,
    quote_after: anchor?.after ?? null,
    quote_block: anchor?.block ?? null,
  };
  const root = await say(stage, thread, thread, { ...place, version: 1 + replies.length });
  for (const reply of replies) await say(stage, thread, reply, { root_id: root, version: 1 });
  if (!resolved) return;
  const at = calendar.ago(resolved.daysAgo, '16:30');
  const by = ids.of(resolved.by);
  await tx.query(
    'UPDATE comment SET resolved_at = $2, resolved_by = $3, version = version + 1, updated_at = $2 WHERE id = $1',
    [root, at, by],
  );
  const record = { recordType: 'comment', recordId: root, recordCode: `v${version}` };
  stage.history.add({ ...record, at, actor: by, action: 'comment.resolved', after: { resolved: true } });
}

async function say(
  { tx, ids, calendar, history }: SampleStage,
  { version, chapter }: SampleThread,
  { by, daysAgo, text, calls = [] }: Pick<SampleThread, 'by' | 'daysAgo' | 'text' | 'calls'>,
  row: Record<string, unknown>,
): Promise<string> {
  const at = calendar.ago(daysAgo, '10:35');
  const actor = ids.of(by);
  const id = ids.add(`comment of ${by}, ${daysAgo} days ago`);
  await insertRows(tx, 'comment', [{ id, text, created_at: at, created_by: actor, updated_at: at, ...row }]);
  const people = calls.map((name) => ids.of(name));
  await insertRows(
    tx,
    'comment_mention',
    people.map((person) => ({ comment_id: id, person_id: person })),
  );
  history.add({
    ...{ recordType: 'comment', recordId: id, recordCode: `v${version}`, at, actor },
    action: 'root_id' in row ? 'comment.replied' : 'comment.written',
    after: { text, chapter, mentions: people },
    personal: ['/text'],
  });
  return id;
}

/** Where the words stood; at the beginning where the text no longer has them. */
function anchorOf(thread: SampleThread, quote: string): QuoteAnchor {
  const blocks = blocksOf(thread);
  const block = Math.max(
    0,
    blocks.findIndex((text) => text.includes(quote)),
  );
  const [before = '', after = ''] = (blocks[block] ?? '').includes(quote) ? (blocks[block] ?? '').split(quote) : [];
  return { quote, before: before.slice(-QUOTE_CONTEXT_MAX), after: after.slice(0, QUOTE_CONTEXT_MAX), block };
}

/** The paragraphs as they read, without their marks. */
function blocksOf({ version, chapter, principle }: SampleThread): string[] {
  if (principle) {
    const { wordings = {} } = PRINCIPLES.find(({ code }) => code === principle) ?? {};
    const words: Partial<Record<string, unknown>> = { ...standing<object>(wordings, version) };
    return PRINCIPLE_TEXTS.map((text) => String(words[text] ?? ''));
  }
  const section = SECTIONS.find((one) => one === chapter);
  return section ? (standing(PROSE[section], version) ?? '').replaceAll('**', '').split('\n\n') : [];
}

/** What a version says: the last wording up to it. */
function standing<T>(wordings: Wordings<T>, version: 2 | 3): T | undefined {
  return (version === 3 ? wordings[3] : undefined) ?? wordings[2] ?? wordings[1];
}
