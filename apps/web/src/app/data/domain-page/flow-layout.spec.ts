import type { DataFlow } from '@sightline/contracts';
import { flowMap, writtenTwice } from './flow-layout';

const flow = (from: string, to: string, ...entities: string[]): DataFlow =>
  ({
    id: `${from}-${to}-${entities.join()}`,
    from: { id: from, code: null, name: from },
    to: { id: to, code: null, name: to },
    entities: entities.map((name) => ({ id: name, name })),
    pattern: 'api',
    classification: null,
  }) as unknown as DataFlow;

describe('the map of flows', () => {
  it('puts each system right of those it gets data from', () => {
    const { nodes, edges } = flowMap([flow('portal', 'tms', 'order'), flow('tms', 'wms', 'order')], new Set());
    const x = (id: string) => nodes.find((node) => node.id === id)?.x ?? -1;
    expect(x('portal')).toBeLessThan(x('tms'));
    expect(x('tms')).toBeLessThan(x('wms'));
    expect(edges).toHaveLength(2);
  });

  it('draws circles without end, and several flows of one pair as one line', () => {
    const flows = [flow('a', 'b', 'order'), flow('a', 'b', 'price'), flow('b', 'a', 'order')];
    const { nodes, edges } = flowMap(flows, new Set());
    expect(nodes).toHaveLength(2);
    expect(edges.map((edge) => edge.flows.length)).toEqual([2, 1]);
  });

  it('gives every line a place of its own for its label', () => {
    const flows = [flow('crm', 'tms', 'contact'), flow('crm', 'erp', 'customer'), flow('erp', 'portal', 'limit')];
    const twoIntoOne = [flow('erp', 'tms', 'price'), flow('app', 'tms', 'proof')];
    for (const each of [flows, twoIntoOne]) {
      const places = flowMap(each, new Set()).edges.map(({ label }) => `${label.x} ${label.y}`);
      expect(new Set(places).size).toBe(each.length);
    }
    const [price, proof] = flowMap(twoIntoOne, new Set()).edges;
    expect(proof?.label.y).toBeGreaterThan((price?.label.y ?? 0) + 40);
  });

  it('finds what one system gets from two others', () => {
    const both = [flow('portal', 'gate', 'slot'), flow('dispatch', 'gate', 'slot'), flow('dispatch', 'gate', 'order')];
    expect(writtenTwice(both).entities).toEqual(['slot']);
    expect([...writtenTwice(both).flows]).toHaveLength(2);
  });
});
