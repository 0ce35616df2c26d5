import {
  afterNextRender,
  Component,
  effect,
  ElementRef,
  inject,
  input,
  type OnDestroy,
  viewChild,
} from '@angular/core';
import { Speech } from '../speech/speech';
import { kpiChartOptions, type KpiChartFacts } from './kpi-chart-options';

type Drawing = Awaited<ReturnType<(typeof import('./draw'))['startDrawing']>>;

/** A KPI with axes: expected, measured, forecast and target. ECharts is loaded when the first of them is shown. */
@Component({
  selector: 'ui-kpi-chart',
  host: { class: 'kpi-chart', role: 'img', '[attr.aria-label]': 'label()' },
  template: `<div #box class="box"></div>`,
})
export class KpiChart implements OnDestroy {
  private readonly speech = inject(Speech);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly facts = input.required<KpiChartFacts>();
  /** What the picture shows, in words; a table beside it says the same in full. */
  readonly label = input.required<string>();

  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');
  private drawing?: Drawing;
  private readonly theme = matchMedia('(prefers-color-scheme: dark)');
  private readonly themeWatch = new MutationObserver(() => this.draw());
  private readonly redraw = () => this.draw();

  constructor() {
    afterNextRender(() => void this.start());
    effect(() => {
      this.facts();
      this.speech.locale();
      this.draw();
    });
  }

  ngOnDestroy(): void {
    this.themeWatch.disconnect();
    this.theme.removeEventListener('change', this.redraw);
    this.drawing?.stop();
  }

  private async start(): Promise<void> {
    const { startDrawing } = await import('./draw');
    this.drawing = startDrawing(this.box().nativeElement);
    this.themeWatch.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    this.theme.addEventListener('change', this.redraw);
    this.draw();
  }

  private draw(): void {
    const colour = (name: string) => resolvedColour(this.host.nativeElement, name);
    const words = (key: string) => this.speech.say(`chart.${key}`);
    this.drawing?.show(kpiChartOptions(this.facts(), { colour, words, locale: this.speech.locale() }));
  }
}

/** ECharts cannot read light-dark(): a probe element can. */
function resolvedColour(host: HTMLElement, name: string): string {
  host.style.color = `var(${name})`;
  const colour = getComputedStyle(host).color;
  host.style.color = '';
  return colour;
}
