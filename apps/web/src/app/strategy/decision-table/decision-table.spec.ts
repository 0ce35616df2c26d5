import type { Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { type DecisionRule, type DecisionTable, type Fact, RULE_REASON_MAX } from '@sightline/contracts';
import { tableProblems } from '@sightline/rules';
import { siteForSpecs } from '../../platform/site-for-specs';
import { movedBy } from './table-edits';
import { TableEditor } from './table-editor';
import { TableHintList } from './table-hint-list';
import { TryPanel } from './try-panel';

const FACTS: Fact[] = [
  { name: 'latencyMs', type: 'number', unit: 'ms', question: 'How fast?', choices: [] },
  { name: 'regulated', type: 'boolean', unit: null, question: 'Regulated?', choices: [] },
  { name: 'region', type: 'choice', unit: null, question: 'Where?', choices: ['eu', 'us'] },
];
const FAST: DecisionRule = { when: { latencyMs: '< 20' }, outcome: 'avoid', reason: 'Too fast.' };
const REGULATED: DecisionRule = { when: { regulated: 'true' }, outcome: 'exception_required', reason: 'By law.' };
const TABLE: DecisionTable = { rules: [FAST, REGULATED] };

let table: DecisionTable;

async function show<C>(component: Type<C>, inputs: Record<string, unknown>): Promise<ComponentFixture<C>> {
  TestBed.configureTestingModule({ providers: siteForSpecs() });
  const screen = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) screen.componentRef.setInput(name, value);
  await settled(screen);
  return screen;
}

/** Words arrive a moment after what they stand in. */
async function settled(screen: ComponentFixture<unknown>): Promise<void> {
  screen.detectChanges();
  await new Promise((done) => setTimeout(done));
  screen.detectChanges();
}

/** The editor as a page uses it: what it says is what it gets. */
async function edit(rules: DecisionRule[]): Promise<ComponentFixture<TableEditor>> {
  table = { rules };
  const screen = await show(TableEditor, { prefix: 't', table, facts: FACTS });
  screen.componentInstance.changed.subscribe((changed) => {
    table = changed;
    screen.componentRef.setInput('table', changed);
    screen.componentRef.setInput('problems', tableProblems(changed, FACTS));
    screen.detectChanges();
  });
  return screen;
}

const hostOf = (screen: ComponentFixture<unknown>) => screen.nativeElement as HTMLElement;
const textOf = (screen: ComponentFixture<unknown>) => (hostOf(screen).textContent ?? '').replace(/\s+/g, ' ');
async function type(screen: ComponentFixture<unknown>, id: string, value: string): Promise<void> {
  const cell = hostOf(screen).querySelector<HTMLInputElement>(`#${id}`)!;
  cell.value = value;
  cell.dispatchEvent(new Event('input', { bubbles: true }));
  await settled(screen);
}
async function press(screen: ComponentFixture<unknown>, label: string): Promise<void> {
  const button = [...hostOf(screen).querySelectorAll('button')].find(
    (each) => each.textContent?.includes(label) || each.getAttribute('aria-label') === label,
  );
  button!.click();
  await settled(screen);
}

describe('a decision table', () => {
  it('is written cell by cell, with the error at the cell as one types', async () => {
    const screen = await edit([FAST, REGULATED]);
    await type(screen, 't-0-latencyMs', '< twenty');
    const cell = hostOf(screen).querySelector('#t-0-latencyMs')!;
    expect(cell.getAttribute('aria-invalid')).toBe('true');
    expect(hostOf(screen).querySelector('#t-0-latencyMs-error')?.textContent).toContain('Names are not possible here');
    await type(screen, 't-0-latencyMs', '[5..20]');
    expect(cell.getAttribute('aria-invalid')).toBeNull();
    expect(table.rules[0]?.when).toEqual({ latencyMs: '[5..20]' });
    await type(screen, 't-0-latencyMs', '');
    expect(table.rules[0]?.when).toEqual({});
  });

  it('lets a reason in whole that is too long, and says by how much', async () => {
    const screen = await edit([FAST]);
    const reason = hostOf(screen).querySelector('#t-0-reason')!;
    expect(hostOf(screen).querySelector('[maxlength]')).toBeNull();
    await type(screen, 't-0-reason', 'a'.repeat(RULE_REASON_MAX + 1));
    expect(hostOf(screen).querySelector('#t-0-reason-error')?.textContent).toContain('1 character too long');
    expect(reason.getAttribute('aria-invalid')).toBe('true');
    await type(screen, 't-0-reason', 'Because.');
    expect(reason.getAttribute('aria-invalid')).toBeNull();
  });

  it('gains and loses rules and columns', async () => {
    const screen = await edit([FAST]);
    await press(screen, 'Add a rule');
    expect(table.rules).toHaveLength(2);
    const column = hostOf(screen).querySelector<HTMLSelectElement>('select.column')!;
    column.selectedIndex = 2;
    column.dispatchEvent(new Event('change'));
    await settled(screen);
    await type(screen, 't-1-region', '"eu"');
    expect(table.rules[1]?.when).toEqual({ region: '"eu"' });
    await press(screen, 'Remove the column latencyMs');
    expect(table.rules[0]?.when).toEqual({});
    await press(screen, 'Remove rule 1');
    expect(table.rules).toHaveLength(1);
  });

  it('moves rules by button and by Alt with an arrow', async () => {
    const screen = await edit([FAST, REGULATED]);
    await press(screen, 'Move rule 1 down');
    expect(table.rules).toEqual([REGULATED, FAST]);
    const cell = hostOf(screen).querySelector('#t-1-latencyMs')!;
    cell.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true }));
    expect(table.rules).toEqual([FAST, REGULATED]);
    expect(movedBy(table.rules, 0, -1)).toBeNull();
  });
});

describe('the hints', () => {
  it('name rules that overlap, rules nothing leads to, and answers no rule knows', async () => {
    const never: DecisionRule = { when: { latencyMs: '< 10' }, outcome: 'allow', reason: '' };
    const screen = await show(TableHintList, { table: { rules: [FAST, REGULATED, never] }, facts: FACTS });
    expect(textOf(screen)).toContain('Nothing leads to rule 3');
    expect(textOf(screen)).toContain('Rules 1 and 2 both hold for');
    expect(textOf(screen)).toContain('No rule holds for');
  });
});

describe('trying it out', () => {
  it('says what is missing, then which rule decides and why', async () => {
    const screen = await show(TryPanel, { prefix: 't', table: TABLE, condition: null, facts: FACTS });
    expect(textOf(screen)).toContain('Cannot be said yet');
    expect(textOf(screen)).toContain('Missing: latencyMs and regulated');
    await type(screen, 't-try-latencyMs', '50');
    expect(textOf(screen)).toContain('Missing: regulated');
    expect(textOf(screen)).toContain('does not hold: latencyMs < 20 (50)');
    const menu = hostOf(screen).querySelector<HTMLSelectElement>('#t-try-regulated')!;
    menu.selectedIndex = 1;
    menu.dispatchEvent(new Event('change'));
    await settled(screen);
    expect(textOf(screen)).toContain('Needs an exception');
    expect(textOf(screen)).toContain('Rule 2 decides.');
    expect(textOf(screen)).toContain('By law.');
  });

  it('says when the principle does not apply at all', async () => {
    const screen = await show(TryPanel, { prefix: 't', table: TABLE, condition: { region: '"eu"' }, facts: FACTS });
    const menu = hostOf(screen).querySelector<HTMLSelectElement>('#t-try-region')!;
    menu.selectedIndex = 2;
    menu.dispatchEvent(new Event('change'));
    await settled(screen);
    expect(textOf(screen)).toContain('The principle does not apply here.');
  });
});
