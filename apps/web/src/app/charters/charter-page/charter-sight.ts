import type { Charter, GateCheckAnswer } from '@sightline/contracts';
import type { SightStop } from '@sightline/ui';
import { formatDay, formatFigure } from '@sightline/ui';
import { linkOf } from '../../platform/records/link-of';
import type { Words } from '../../platform/words/words';

/** Driver, principles, this charter, outcome: the line is broken where the next stop has nothing to rest on. */
export function sightOf(charter: Charter, checks: readonly GateCheckAnswer[], words: Words): SightStop[] {
  return [
    driverStop(charter, words),
    principleStop(charter, words),
    {
      kind: 'charter',
      text: charter.code,
      detail: words.say('charters.sight.revision', { n: charter.revision }),
      gap: principleGap(charter, words),
    },
    kpiStop(charter, checks, words),
  ];
}

function driverStop({ kpis }: Charter, words: Words): SightStop {
  const drivers = new Map(kpis.flatMap(({ driver }) => (driver ? [[driver.id, driver]] : [])));
  const [first] = drivers.values();
  if (!first) return { kind: 'driver', text: '–', detail: words.say('charters.sight.noDriver') };
  const more = drivers.size - 1;
  return {
    kind: 'driver',
    codes: [...drivers.values()].map(({ code }) => ({ code: code ?? '', link: linkOf(code) })),
    text: more === 0 ? first.name : '',
    detail: more === 0 ? '' : words.say('charters.sight.drivers', { n: drivers.size }),
  };
}

function principleStop({ principles, kpis }: Charter, words: Words): SightStop {
  const current = principles.filter(({ inForce }) => inForce).length;
  return {
    kind: 'principle',
    codes: principles.map(({ principle: { code } }) => ({ code: code ?? '', link: linkOf(code) })),
    text: principles.length === 0 ? words.say('charters.sight.none') : '',
    detail:
      principles.length === 0 ? '' : words.say('charters.sight.current', { n: current, total: principles.length }),
    gap: kpis.some(({ driver }) => driver) ? null : words.say('charters.sight.noDriver'),
  };
}

function principleGap({ principles }: Charter, words: Words): string | null {
  if (principles.length === 0) return words.say('charters.sight.noPrinciple');
  const left = principles.find(({ inForce }) => !inForce);
  return left ? words.say('charters.sight.left', { code: left.principle.code ?? '' }) : null;
}

function kpiStop({ kpis }: Charter, checks: readonly GateCheckAnswer[], words: Words): SightStop {
  const failing = checks.some(({ code, passed }) => code === 'KPI' && !passed);
  const [leading] = kpis;
  if (!leading) return { kind: 'kpi', text: words.say('charters.sight.none'), gap: words.say('charters.sight.noKpi') };
  const { from, to, by, unit } = leading;
  const figure = (value: number | null) => (value === null ? '?' : formatFigure(value, words.locale()));
  const change = from === null ? figure(to) : `${figure(from)} → ${figure(to)}`;
  return {
    kind: 'kpi',
    codes: kpis.map(({ kpi: { code } }) => ({ code: code ?? '', link: linkOf(code) })),
    text: kpis.length === 1 ? leading.kpi.name : '',
    detail: words.say('charters.sight.effect', {
      change: unit ? `${change} ${unit}` : change,
      by: by ? formatDay(by, words.locale()) : '?',
    }),
    gap: failing ? words.say('charters.sight.kpiShort', { code: leading.kpi.code ?? '' }) : null,
  };
}
