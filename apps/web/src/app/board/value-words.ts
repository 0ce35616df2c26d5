import { inject, Injectable } from '@angular/core';
import type { Money, RetirementCriterion } from '@sightline/contracts';
import { formatDay, formatFigure, formatMoney, Speech } from '@sightline/ui';
import { criterionText } from '../platform/words/criterion-text';
import { RecordWords } from '../platform/words/record-words';
import { Words } from '../platform/words/words';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const CRITERIA: readonly RetirementCriterion['kind'][] = ['measure', 'date', 'contract_end'];
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const READING_ORDER: readonly string[] = [
  'title',
  'number',
  'outcomeStatement',
  'budget',
  'startDate',
  'endDate',
  'businessUnit',
  'businessSponsor',
  'itLead',
  'lead',
  'principles',
  'kpis',
  'capability',
  'domains',
  'noGovernedData',
  'services',
  'systems',
  'parties',
  'facts',
  'deviations',
  'exceptions',
  'predecessors',
  'resilience',
  'narrative',
  'purpose',
  'alignment',
  'capabilitiesNarrative',
  'governance',
  'dataGovernance',
  'successMetrics',
];

/** A value of a snapshot as people read it. Snapshots are frozen in shapes of their time, so every shape is taken as it comes. */
@Injectable({ providedIn: 'root' })
export class ValueWords {
  private readonly words = inject(Words);
  private readonly record = inject(RecordWords);
  private readonly speech = inject(Speech);

  /** Lines of text; empty when nothing is stated. */
  lines(value: unknown): string[] {
    if (Array.isArray(value)) return value.flatMap((part) => this.line(part) || []);
    if (isMoney(value) || !isGroup(value) || isNamed(value)) return [this.line(value)].filter(Boolean);
    return Object.entries(value).flatMap(([key, part]) => {
      const line = this.line(part);
      return line ? [`${this.label(key)}: ${line}`] : [];
    });
  }

  /** The fields of a snapshot in the order of the form; whatever else it holds comes last. */
  fields(content: Record<string, unknown>): { field: string; label: string; lines: string[] }[] {
    const known = READING_ORDER.filter((field) => field in content);
    const others = Object.keys(content).filter((field) => !READING_ORDER.includes(field));
    return [...known, ...others].map((field) => ({
      field,
      label: this.label(field),
      lines: this.lines(content[field]),
    }));
  }

  /** What a field is called; its key where the language has no word for it. */
  label(field: string): string {
    return this.record.label(field);
  }

  private line(value: unknown): string {
    const locale = this.speech.locale();
    if (value === null || value === undefined || value === '' || value === false) return '';
    if (typeof value === 'number') return formatFigure(value, locale);
    if (value === true) return this.words.say('charters.yes');
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return this.joined(value, value.every(isCriterion) ? ' ' : ', ');
    if (isCriterion(value)) return criterionText(value, this.words);
    if (isMoney(value)) return formatMoney(value, locale);
    if (isNamed(value)) return [value['code'], value['name'] ?? value['title']].filter(Boolean).join(' ');
    return isGroup(value) ? this.link(value) : '';
  }

  /** Ids stand for nothing people know. */
  private text(value: string): string {
    if (ID.test(value)) return '';
    return DATE.test(value) ? formatDay(value, this.speech.locale()) : value;
  }

  /** A link of a charter: the record first, then what is said about it; an expected effect as from → to. */
  private link(value: Record<string, unknown>): string {
    const { from, to, unit, ...others } = value;
    const record = Object.values(others).filter(isNamed);
    const remarks = Object.entries(others)
      .filter(([, part]) => !isNamed(part))
      .map(([key, part]) => {
        if (part === true) return this.label(key);
        return typeof part === 'string' ? this.record.value(key, part) : part;
      });
    const effect =
      'from' in value && 'to' in value ? `${this.line(from)} → ${this.line(to)} ${this.line(unit)}`.trim() : '';
    const said = [...record, effect, ...remarks];
    return this.joined(said, ' · ');
  }

  private joined(parts: readonly unknown[], between: string): string {
    return parts
      .map((part) => this.line(part))
      .filter(Boolean)
      .join(between);
  }
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
function isMoney(value: unknown): value is Money {
  return isGroup(value) && typeof value['amount'] === 'string' && typeof value['currency'] === 'string';
}
function isCriterion(value: unknown): value is RetirementCriterion {
  return isGroup(value) && CRITERIA.some((kind) => kind === value['kind']);
}
function isNamed(value: unknown): value is Record<string, unknown> {
  return isGroup(value) && 'id' in value && ('name' in value || 'title' in value);
}
