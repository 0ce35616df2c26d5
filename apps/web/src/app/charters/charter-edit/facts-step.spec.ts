import type { CharterException } from '@sightline/contracts';
import { exampleStrategy } from '@sightline/testing';
import { givenCharter, givenCheck, givenGate } from '../charters-for-specs';
import { ChartersSite } from '../site-in-specs';
import './charter-edit-page';

const FACT = { unit: null, choices: [] };
const STRATEGY = exampleStrategy({
  facts: [
    { ...FACT, name: 'latencyMs', type: 'number', unit: 'ms', question: 'How fast must it answer?' },
    { ...FACT, name: 'regulated', type: 'boolean', question: 'Is the data regulated?' },
  ],
  principles: exampleStrategy().principles.map((principle) =>
    principle.code === 'P-01'
      ? {
          ...principle,
          decisionTable: {
            rules: [
              { when: { regulated: 'true' }, outcome: 'exception_required', reason: 'Regulated data stays here.' },
              { when: { latencyMs: '< 20' }, outcome: 'avoid', reason: 'Too fast for the network.' },
            ],
          },
        }
      : principle,
  ),
});
const READS = {
  '/charters/CH-0017': givenCharter(),
  '/charters/CH-0017/gate': givenGate({ checks: [givenCheck('FACTS', { passed: false, variant: 'missing' })] }),
  '/strategy': STRATEGY,
};
const exception: CharterException = {
  exception: { id: 'x-4', code: 'EX-004', name: '' },
  principle: { id: 'principle-1', code: 'P-01', name: 'Name the outcome' },
  status: 'proposed',
  expiresOn: '2027-03-01',
  holdsUntil: null,
  cited: true,
};

beforeEach(() => localStorage.clear());

describe('the fact sheet', () => {
  it('is where the gate leads: to the first question without an answer', async () => {
    const site = new ChartersSite({ ...READS });
    await site.open('/charters/CH-0017/edit#facts');
    await site.until(() => document.activeElement?.id === 'fact-latencyMs');
    expect(site.text).toContain('How fast must it answer?');
    expect(site.text).toContain('Asked by P-01');
    expect(site.text).toContain('Waits for an answer: How fast must it answer? and Is the data regulated?');
  });

  it('saves the whole sheet, and says at once what the principles say to it', async () => {
    const site = new ChartersSite({ ...READS, '/charters/CH-0017': givenCharter({ facts: { regulated: false } }) });
    await site.open('/charters/CH-0017/edit#facts');
    await site.type('fact-latencyMs', '12');
    expect(site.text).toContain('Advises against this');
    const request = await site.written('PATCH', '/charters/CH-0017');
    expect(request.request.body).toEqual({ facts: { latencyMs: 12, regulated: false } });
    request.flush(givenCharter({ version: 4, facts: { latencyMs: 12, regulated: false } }));
    await site.type('deviations', 'The old line stays beside it.');
    const reason = await site.written('PUT', '/charters/CH-0017/deviations');
    expect(reason.request.body).toEqual({
      deviations: [{ principle: 'principle-1', reason: 'The old line stays beside it.' }],
    });
  });

  it('leads from a deviation to an exception, with charter and principle filled in', async () => {
    const facts = { latencyMs: 12, regulated: true };
    const site = new ChartersSite({ ...READS, '/charters/CH-0017': givenCharter({ facts }) });
    await site.open('/charters/CH-0017/edit#exceptions');
    const link = site.host.querySelector('#exceptions');
    expect(link?.textContent).toContain('Ask for an exception');
    expect(link?.getAttribute('href')).toBe('/strategy/exceptions/new?charter=CH-0017&principle=P-01');
  });

  it('shows the exception that is on its way instead', async () => {
    const facts = { latencyMs: 12, regulated: true };
    const reads = { ...READS, '/charters/CH-0017': givenCharter({ facts, exceptions: [exception] }) };
    const site = new ChartersSite(reads);
    await site.open('/charters/CH-0017/edit#exceptions');
    expect(site.text).toContain('EX-004');
    expect(site.text).not.toContain('Ask for an exception');
  });

  it('is empty where nothing is asked', async () => {
    const site = new ChartersSite({ ...READS, '/strategy': exampleStrategy() });
    await site.open('/charters/CH-0017/edit#facts');
    expect(site.text).toContain('The strategy asks about no facts');
  });
});
