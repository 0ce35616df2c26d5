import type { Proposal } from '@sightline/contracts';
import type { SightStop } from '@sightline/ui';
import { linkOf } from '../../platform/records/link-of';
import type { SnapshotKpi, SubjectContent } from './snapshot';

export interface SightWords {
  noDriver: string;
  noPrinciple: string;
  noKpi: string;
  weight(weight: number): string;
  effect(kpi: SubjectContent['kpis'][number], known: SnapshotKpi | undefined): string;
}

/** Driver, principles, charter, outcome: as the snapshot names them, so that a decided proposal keeps its own line. */
export function sightStops(
  subject: Proposal['subject'],
  content: SubjectContent,
  known: readonly SnapshotKpi[],
  words: SightWords,
): SightStop[] {
  const first = content.kpis[0];
  const facts = known.find(({ code }) => code === first?.kpi?.code);
  const driver = facts?.driver;
  const principles = content.principles.flatMap(({ principle }) => (principle?.code ? [codeOf(principle.code)] : []));
  return [
    driver
      ? { kind: 'driver', codes: [codeOf(driver.code)], text: driver.name, detail: words.weight(driver.weight) }
      : { kind: 'driver', gap: words.noDriver },
    principles.length > 0 ? { kind: 'principle', codes: principles } : { kind: 'principle', gap: words.noPrinciple },
    { kind: 'charter', codes: subject.code ? [codeOf(subject.code)] : [], detail: subject.name },
    first?.kpi?.code
      ? { kind: 'kpi', codes: [codeOf(first.kpi.code)], text: first.kpi.name, detail: words.effect(first, facts) }
      : { kind: 'kpi', gap: words.noKpi },
  ];
}

const codeOf = (code: string) => ({ code, link: linkOf(code) });
