import type { DatedValue } from '@sightline/contracts';
import type { EChartsCoreOption } from 'echarts/core';
import { formatDay, formatMeasure } from '../format/formats';

export interface KpiChartFacts {
  readonly unit: string | null;
  /** Oldest first. */
  readonly measured: readonly DatedValue[];
  readonly baseline: DatedValue | null;
  /** A value, or the limits a `maintain` keeps between. */
  readonly target: {
    readonly value: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly date: string;
  } | null;
  readonly forecast: DatedValue | null;
}
export interface ChartVoice {
  /** Resolves a token such as `--sl-viz-1`. */
  readonly colour: (token: string) => string;
  readonly words: (key: 'expected' | 'measured' | 'forecast' | 'target') => string;
  readonly locale: string;
}
const FLAG = 'path://M1 12V0h8L7 3l2 3H1';
const dot = ({ date, value }: DatedValue): [string, number] => [date, value];

/** How a KPI is drawn, everywhere the same: dashes expected, line measured, dots forecast, flag target. */
export function kpiChartOptions(facts: KpiChartFacts, voice: ChartVoice): EChartsCoreOption {
  const { colour, locale } = voice;
  const text = { color: colour('--sl-ink-3'), fontFamily: 'IBM Plex Sans Variable', fontSize: 12 };
  const line = { lineStyle: { color: colour('--sl-line') } };
  return {
    animation: false,
    grid: { left: 8, right: 72, top: 16, bottom: 8, containLabel: true },
    xAxis: {
      type: 'time',
      axisLine: line,
      axisTick: { show: false },
      axisLabel: {
        ...text,
        hideOverlap: true,
        formatter: (at: number) => formatDay(new Date(at).toISOString(), locale, 'month'),
      },
    },
    yAxis: {
      type: 'value',
      scale: true,
      splitLine: line,
      axisLabel: { ...text, formatter: (value: number) => formatMeasure(value, facts.unit, locale) },
    },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      backgroundColor: colour('--sl-raised'),
      borderColor: colour('--sl-line'),
      textStyle: { ...text, color: colour('--sl-ink') },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? formatMeasure(value, facts.unit, locale) : ''),
    },
    series: [...expected(facts, voice), ...measured(facts, voice), ...forecast(facts, voice), ...limits(facts, voice)],
  };
}

function expected({ baseline, target }: KpiChartFacts, { colour, words }: ChartVoice): object[] {
  if (!baseline || !target || target.value === null) return [];
  const end = { date: target.date, value: target.value };
  return [
    {
      ...lineSeries(words('expected'), colour('--sl-viz-track'), 1.25, 'dashed'),
      data: [
        dot(baseline),
        { value: dot(end), symbol: FLAG, symbolSize: [11, 14], itemStyle: { color: colour('--sl-primary') } },
      ],
    },
  ];
}

function measured({ measured: points }: KpiChartFacts, { colour, words }: ChartVoice): object[] {
  const last = points.length - 1;
  const data = points.map((point, index) => ({
    value: dot(point),
    symbol: index === last ? 'circle' : 'none',
    symbolSize: 7,
  }));
  return [{ ...lineSeries(words('measured'), colour('--sl-viz-1'), 2.25, 'solid'), data }];
}

function forecast({ measured: points, forecast: end }: KpiChartFacts, { colour, words }: ChartVoice): object[] {
  const last = points.at(-1);
  if (!end || !last) return [];
  return [{ ...lineSeries(words('forecast'), colour('--sl-viz-2'), 1.75, 'dotted'), data: [dot(last), dot(end)] }];
}

function limits({ measured: points, target }: KpiChartFacts, { colour, words }: ChartVoice): object[] {
  const from = points[0]?.date;
  if (!target || target.value !== null || !from) return [];
  return [target.lower, target.upper]
    .filter((limit) => limit !== null)
    .map((limit) => ({
      ...lineSeries(words('target'), colour('--sl-primary'), 1.25, 'dashed'),
      data: [
        [from, limit],
        [target.date, limit],
      ],
    }));
}

/** Each line carries its name at its end; a legend is never needed. */
function lineSeries(name: string, color: string, width: number, type: 'solid' | 'dashed' | 'dotted'): object {
  return {
    type: 'line',
    name,
    symbol: 'none',
    showSymbol: true,
    lineStyle: { color, width, type },
    itemStyle: { color },
    endLabel: {
      show: true,
      formatter: name,
      color,
      offset: [0, type === 'solid' ? -12 : 0],
      fontSize: 12,
      fontFamily: 'IBM Plex Sans Variable',
    },
  };
}
