import { isTechnicalMeasure, suggestedKpiKind } from './technical-measure';

describe('a measure of technical activity', () => {
  it.each([
    'System availability',
    '% of network uptime',
    'Number of APIs',
    'API errors per day',
    'Response time of the order system',
    'Records processed',
    'Number of application logins',
    'Anzahl der Schnittstellen',
    'Verfügbarkeit des Servers',
    'Latenz',
    'Uptime. Outcome: customers are happier',
  ])('is "%s"', (text) => {
    expect(isTechnicalMeasure(text)).toBe(true);
    expect(suggestedKpiKind(text)).toBe('technical');
  });

  it.each([
    'Customer onboarding time',
    'Cost per API call',
    'Customer support response time',
    'Share of invoices paid on time',
    'Verfügbarkeit der Ersatzteile für Kunden',
    'Durchlaufzeit der Schadenregulierung',
    'Patient safety',
    '',
  ])('is not "%s"', (text) => {
    expect(isTechnicalMeasure(text)).toBe(false);
    expect(suggestedKpiKind(text)).toBe('outcome');
  });
});
