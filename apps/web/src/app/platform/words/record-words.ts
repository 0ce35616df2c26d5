import { inject, Injectable } from '@angular/core';
import { Words } from './words';

/** Where the words of a field's closed list of values stand. */
const LISTS: Readonly<Record<string, string>> = {
  cadence: 'outcomes.cadence',
  choice: 'board.choice',
  classification: 'data.classification',
  confidence: 'charters.confidence',
  constituencies: 'charters.constituency',
  constituency: 'charters.constituency',
  criticality: 'registers.criticality',
  dimension: 'data.dimension',
  direction: 'outcomes.direction',
  language: 'shell.languages',
  lifecycle: 'registers.lifecycle',
  origin: 'charters.filter.originIs',
  pattern: 'data.pattern',
  role: 'charters.party',
  roles: 'registers.role',
  rule: 'board.rule',
  section: 'strategy.section',
  status: 'ui.state',
  subjectType: 'board.subject',
  tier: 'data.tier',
};
/** The same word stands for different lists in these records. */
const LISTS_OF_RECORD: Readonly<Record<string, string>> = {
  'business_unit.kind': 'registers.unitKind',
  'data_issue.status': 'data.issue.status',
  'kpi.kind': 'outcomes.kind',
  'import.kind': 'imports.kind',
  'import.status': 'imports.status',
  'party.kind': 'registers.partyKind',
};

/** What the fields of records are called, and the values of their closed lists; what has no word stands as it is. */
@Injectable({ providedIn: 'root' })
export class RecordWords {
  private readonly words = inject(Words);

  /** `steward`, `steward_id` and `stewardId` name the same thing. */
  label(field: string): string {
    const name = field.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/(?<=\w)Ids?$/, '');
    return this.find(`board.field.${name}`) ?? this.find(`audit.field.${name}`) ?? field;
  }

  value(field: string, value: string, recordType = ''): string {
    const list = LISTS_OF_RECORD[`${recordType}.${field}`] ?? LISTS[field];
    return (list && this.find(`${list}.${value}`)) ?? value;
  }

  private find(key: string): string | undefined {
    const said = this.words.say(key);
    return said === key ? undefined : said;
  }
}
