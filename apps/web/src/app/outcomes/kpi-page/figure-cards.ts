import type { Kpi } from '@sightline/contracts';
import { CONFIDENCE_FACTOR, daysBetween } from '@sightline/rules';
import { formatFigure, formatMeasure, type NumberPart } from '@sightline/ui';
import type { Words } from '../../platform/words/words';
import type { KpiWords } from '../kpi-words';

export interface FigureCard {
  key: string;
  heading: string;
  figure: string;
  text: string;
  /** The remark below the figure; why there is none where there is none. */
  note: string;
  bad: boolean;
  /** Empty when the figure does not apply. */
  parts: NumberPart[];
}

/** Progress, expectation, forecast and coverage of a KPI, each with the sum it is made of (PRODUCT.md section 6). */
export function kpiFigureCards(
  kpi: Kpi,
  words: Pick<Words, 'say' | 'locale'>,
  kpiWords: Pick<KpiWords, 'target'>,
): FigureCard[] {
  const voice = new FigureVoice(kpi, words, kpiWords);
  return [progress(kpi, voice), expected(kpi, voice), forecast(kpi, voice), coverage(kpi, voice)];
}

/** How the figures of one KPI are said. */
class FigureVoice {
  readonly target: string;

  constructor(
    private readonly kpi: Kpi,
    readonly words: Pick<Words, 'say' | 'locale'>,
    kpiWords: Pick<KpiWords, 'target'>,
  ) {
    this.target = kpiWords.target(kpi.target, kpi.unit);
  }

  say(key: string, params = {}): string {
    return this.words.say(`outcomes.figure.${key}`, params);
  }
  measure(value: number): string {
    return formatMeasure(value, this.kpi.unit, this.words.locale());
  }
  figure(value: number, digits?: number): string {
    return formatFigure(value, this.words.locale(), digits);
  }
  share(value: number): string {
    return `${this.figure(value * 100, 0)}\u00a0%`;
  }
  card(key: string, filled: Partial<FigureCard> = {}): FigureCard {
    return { key, heading: this.say(key), text: '', figure: '', note: '', bad: false, parts: [], ...filled };
  }
}

function progress({ progress: done, baseline, target, latest }: Kpi, voice: FigureVoice): FigureCard {
  if (done === null || !baseline || !latest || !target || target.value === null) return voice.card('progress');
  const minus = (value: number) => ({
    how: `${voice.measure(value)} − ${voice.measure(baseline.value)}`,
    value: voice.measure(value - baseline.value),
  });
  return voice.card('progress', {
    figure: voice.share(done),
    text: voice.say('progressText'),
    note: `${voice.measure(baseline.value)} → ${voice.measure(latest.value)}`,
    parts: [
      { label: voice.say('latestMinus'), ...minus(latest.value) },
      { label: voice.say('targetMinus'), ...minus(target.value) },
      { label: voice.say('progress'), value: voice.share(done), sum: true },
    ],
  });
}

function expected(kpi: Kpi, voice: FigureVoice): FigureCard {
  const { expected: due, baseline, target, latest, status } = kpi;
  if (due === null || !baseline || !target || !latest) return voice.card('expected');
  return voice.card('expected', {
    figure: voice.share(due),
    text: voice.say('expectedText'),
    note: voice.words.say('outcomes.kpi.onDay', { value: voice.measure(latest.value), on: latest.date }),
    bad: status === 'off_track',
    parts: [
      { label: voice.say('elapsed'), value: voice.figure(Math.max(0, daysBetween(baseline.date, latest.date))) },
      { label: voice.say('whole'), value: voice.figure(daysBetween(baseline.date, target.date)) },
      { label: voice.say('expected'), value: voice.share(due), sum: true },
    ],
  });
}

function forecast({ forecast: ahead, target }: Kpi, voice: FigureVoice): FigureCard {
  if (!ahead || !target) return voice.card('forecast', { note: voice.say('noForecast') });
  const gap = target.value === null ? [] : [Math.abs(ahead.value - target.value)];
  return voice.card('forecast', {
    figure: voice.measure(ahead.value),
    text: voice.say('forecastText', { n: ahead.points, on: ahead.date }),
    note: voice.words.say('outcomes.kpi.by', { value: voice.target, on: target.date }),
    parts: [
      { label: voice.say('forecast'), value: voice.measure(ahead.value) },
      { label: voice.say('forecastTarget'), value: voice.target },
      ...gap.map((value) => ({ label: voice.say('forecastGap'), value: voice.measure(value), sum: true })),
    ],
  });
}

function coverage({ coverage: covered }: Kpi, voice: FigureVoice): FigureCard {
  if (!covered) return voice.card('coverage', { note: voice.say('noCoverage') });
  const parts: NumberPart[] = covered.parts.map(({ charter, change, confidence, weighted }) => ({
    label: charter.code ?? charter.name,
    how: `${voice.measure(change)} × ${voice.figure(CONFIDENCE_FACTOR[confidence])}`,
    value: voice.measure(weighted),
  }));
  parts.push({ label: voice.say('coverageGap'), value: voice.measure(Math.max(0, covered.gap)) });
  const text = voice.say('coverageText');
  if (covered.ratio === null) {
    const note = voice.say('coverageReached');
    return voice.card('coverage', { figure: voice.words.say('outcomes.reached'), text, note, parts });
  }
  const figure = voice.figure(covered.ratio, 2);
  parts.push({ label: voice.say('coverageSum'), value: figure, sum: true });
  const bad = covered.ratio < 1;
  return voice.card('coverage', { figure, text, note: bad ? voice.say('uncovered') : '', bad, parts });
}
