import type { OpenedVersion, SignedInUser } from '@sightline/contracts';
import { CHAPTERS } from '@sightline/contracts';
import type { DataSource } from 'typeorm';

/**
 * What is open to somebody from outside, newest version first, in one statement: nothing but the chapters that were
 * opened is read from the database at all.
 */
export async function readOpenedStrategy(db: DataSource, { id }: Pick<SignedInUser, 'id'>): Promise<OpenedVersion[]> {
  const versions = await db.query<OpenedVersion[]>(OPENED, [id]);
  return versions.map((version) => ({
    ...version,
    chapters: CHAPTERS.flatMap((key) => version.chapters.filter(({ chapter }) => chapter === key)),
  }));
}

const OPENED = `
  SELECT v.id, v.number, v.status, jsonb_agg(jsonb_build_object('chapter', o.chapter,
           'text', CASE o.chapter WHEN 'purpose' THEN v.purpose WHEN 'alignment' THEN v.alignment
             WHEN 'capabilitiesNarrative' THEN v.capabilities_narrative WHEN 'governance' THEN v.governance
             WHEN 'dataGovernance' THEN v.data_governance WHEN 'resilience' THEN v.resilience
             WHEN 'successMetrics' THEN v.success_metrics ELSE '' END,
           'principles', CASE o.chapter WHEN 'principles' THEN (
             SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'code', i.code, 'title', r.title, 'statement', r.statement,
                      'rationale', r.rationale, 'implications', r.implications, 'exceptionGuidance', r.exception_guidance)
                      ORDER BY r.position, i.code), '[]')
               FROM principle_revision r JOIN principle i ON i.id = r.principle_id WHERE r.strategy_version_id = v.id)
             ELSE '[]' END)) AS chapters
    FROM opened_chapter o JOIN strategy_version v ON v.id = o.strategy_version_id
   WHERE o.person_id = $1
   GROUP BY v.id ORDER BY v.number DESC`;
