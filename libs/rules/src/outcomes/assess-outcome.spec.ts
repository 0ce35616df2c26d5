import type { AssessedKpi, AssessOutcome, OutcomeReason, OutcomeVerdict } from '@sightline/contracts';
import { assessOutcome } from './assess-outcome';

const ONBOARDING: AssessedKpi = {
  code: 'K-014',
  name: 'customer onboarding time',
  unit: 'days',
  direction: 'decrease',
  kind: 'outcome',
};
const EFFECT = { from: 12, to: 7, by: '2027-06-30' } as const;

describe('outcome or milestone', () => {
  it.each<[OutcomeVerdict, string]>([
    ['outcome', 'Reduce complaints from 14 to 6 a month'],
    ['outcome', 'Cut fraud losses by $3m per year'],
    ['outcome', 'Kundenzufriedenheit von 3,4 auf 4,2 steigern'],
    ['outcome', 'Kundenzufriedenheit 3,4 → 4,2 Punkte'],
    ['outcome', 'Introduce e-invoicing and pay suppliers 8 days sooner'],
    ['outcome', 'After the migration of the CRM at least 90% of enquiries are answered the same day'],
    ['outcome', 'Wir lösen das alte ERP ab und senken die Betriebskosten um 2 Mio. Euro'],
    ['outcome', 'The CRM goes live in May. Claims are settled 4 days faster.'],
    ['milestone', 'Connect 15 plants to SAP by 2027'],
    ['milestone', 'Migrate at least 90% of the interfaces to the new platform'],
    ['milestone', 'Reduce risk by migrating the data warehouse to the cloud'],
    ['milestone', 'Deliver the new API gateway within 6 months'],
    ['milestone', 'Deploy the gateway to raise uptime to 99.9%'],
    ['milestone', 'Die Schnittstellen sind angebunden'],
    ['milestone', 'EINFUEHRUNG des neuen Kundenportals'],
    ['milestone', 'CRM'],
    ['unclear', 'Improve customer satisfaction within 6 months'],
    ['unclear', 'Build trust with our customers'],
    ['unclear', 'Increase system uptime to 99.9%'],
    ['unclear', 'Increase the number of releases per month from 2 to 8'],
    ['unclear', 'Die Verfügbarkeit des ESB auf 99,9 % erhöhen'],
    ['unclear', 'Migration du système CRM vers le nouveau cloud pour les clients'],
    ['unclear', '客户满意度提高20%'],
    ['unclear', ''],
    ['unclear', ' \n '],
  ])('%s: %s', (verdict, text) => {
    expect(assessOutcome({ text }).verdict).toBe(verdict);
  });

  it('points at the words, so that a page can underline them', () => {
    expect(assessOutcome({ text: 'We roll out the CRM' }).because).toEqual([
      { code: 'milestone-verb', phrase: 'roll out', at: [3, 11] },
      { code: 'technology', phrase: 'CRM', at: [16, 19] },
    ]);
  });

  it('points at both halves of a divided verb', () => {
    const text = 'Wir führen ein neues Ticketsystem ein';
    expect(milestoneVerbs({ text })).toEqual([
      { code: 'milestone-verb', phrase: 'führen', at: [4, 10], also: [34, 37] },
    ]);
  });

  it.each<[string, OutcomeReason['code'][]]>([
    ['Improve satisfaction', ['direction', 'business-value', 'no-quantity']],
    ['12 customers', ['quantity', 'business-value', 'no-direction']],
    ['Increase availability to 99%', ['direction', 'technical-measure', 'quantity']],
    ['Einfach näher sein', ['nothing-said']],
    ['Réduire le délai de livraison de 12 à 7 jours', ['language-not-supported']],
  ])('says what is missing in "%s"', (text, codes) => {
    expect(assessOutcome({ text }).because.map(({ code }) => code)).toEqual(codes);
  });

  it.each<[string, 'en' | 'de' | 'other']>([
    ['Reduce the cost of returns', 'en'],
    ['Die Kosten der Retouren senken', 'de'],
    ['Reducir el coste de las devoluciones', 'other'],
  ])('reads the language of "%s"', (text, language) => {
    expect(assessOutcome({ text }).language).toBe(language);
  });
});

describe('an outcome statement with its KPI', () => {
  it('needs no number of its own', () => {
    expect(assessOutcome({ text: 'Improve customer satisfaction', kpi: ONBOARDING }).verdict).toBe('outcome');
    expect(
      assessOutcome({ text: 'Reduce onboarding', kpi: { ...ONBOARDING, name: 'Onboarding effort' } }).verdict,
    ).toBe('outcome');
  });

  it('stays a milestone when only the KPI, not the statement, says what improves', () => {
    expect(assessOutcome({ text: 'Migrate the CRM to the cloud', kpi: ONBOARDING, ...EFFECT }).verdict).toBe(
      'milestone',
    );
  });

  it('gains nothing from a technical KPI', () => {
    const assessment = assessOutcome({
      text: 'Improve customer satisfaction',
      kpi: { ...ONBOARDING, kind: 'technical' },
    });
    expect(assessment.verdict).toBe('unclear');
    expect(assessment.suggestion).toEqual({
      code: 'choose-business-kpi',
      params: { kpi: 'K-014', name: 'customer onboarding time' },
    });
  });

  it('is reworded from the KPI and its effect', () => {
    expect(assessOutcome({ text: 'Migrate the CRM', kpi: ONBOARDING, ...EFFECT }).suggestion).toEqual({
      code: 'decrease',
      params: { kpi: 'K-014', name: 'customer onboarding time', unit: 'days', ...EFFECT },
    });
  });

  it('is reworded as a level to stay at when the KPI is to be maintained', () => {
    const { suggestion } = assessOutcome({
      text: 'CRM',
      kpi: { ...ONBOARDING, direction: 'maintain' },
      to: 7,
      by: EFFECT.by,
    });
    expect(suggestion).toEqual({
      code: 'maintain',
      params: { kpi: 'K-014', name: 'customer onboarding time', unit: 'days', to: 7, by: EFFECT.by },
    });
  });

  it.each<[AssessedKpi['direction'], Omit<AssessOutcome, 'text'>, string[]]>([
    ['decrease', {}, ['from', 'to', 'by']],
    ['increase', { from: 0, to: 3 }, ['by']],
    ['maintain', { from: 3 }, ['to', 'by']],
  ])('asks for what the effect (%s) lacks', (direction, effect, missing) => {
    const { suggestion } = assessOutcome({ text: 'CRM', kpi: { ...ONBOARDING, direction }, ...effect });
    expect(suggestion).toEqual({ code: 'complete-effect', params: { kpi: 'K-014', name: ONBOARDING.name, missing } });
  });

  it('needs no suggestion when it is an outcome already, nor without a KPI', () => {
    expect(assessOutcome({ text: 'Reduce onboarding time by 5 days', kpi: ONBOARDING }).suggestion).toBeUndefined();
    expect(assessOutcome({ text: 'CRM' }).suggestion).toBeUndefined();
  });
});

function milestoneVerbs(input: AssessOutcome): OutcomeReason[] {
  return assessOutcome(input).because.filter(({ code }) => code === 'milestone-verb');
}
