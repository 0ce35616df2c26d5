import { inject, Pipe, type PipeTransform } from '@angular/core';
import type { Money } from '@sightline/contracts';
import { Speech } from '../speech/speech';
import {
  formatDay,
  formatFigure,
  formatMeasure,
  formatMoment,
  formatMoney,
  type DayStyle,
  type MomentStyle,
} from './formats';

/** "–" stands for a value that does not apply; a value that is missing is a hole and shown as one. */
const DOES_NOT_APPLY = '–';

@Pipe({ name: 'figure', pure: false })
export class FigurePipe implements PipeTransform {
  private readonly speech = inject(Speech);

  transform(value: number | null | undefined, digits?: number): string {
    return value === null || value === undefined ? DOES_NOT_APPLY : formatFigure(value, this.speech.locale(), digits);
  }
}

@Pipe({ name: 'measure', pure: false })
export class MeasurePipe implements PipeTransform {
  private readonly speech = inject(Speech);

  transform(value: number | null | undefined, unit: string | null, signed = false): string {
    if (value === null || value === undefined) return DOES_NOT_APPLY;
    return formatMeasure(value, unit, this.speech.locale(), signed);
  }
}

@Pipe({ name: 'money', pure: false })
export class MoneyPipe implements PipeTransform {
  private readonly speech = inject(Speech);

  transform(money: Money | null | undefined): string {
    return money ? formatMoney(money, this.speech.locale()) : DOES_NOT_APPLY;
  }
}

@Pipe({ name: 'day', pure: false })
export class DayPipe implements PipeTransform {
  private readonly speech = inject(Speech);

  transform(date: string | null | undefined, style: DayStyle = 'short'): string {
    return date ? formatDay(date, this.speech.locale(), style) : DOES_NOT_APPLY;
  }
}

@Pipe({ name: 'moment', pure: false })
export class MomentPipe implements PipeTransform {
  private readonly speech = inject(Speech);

  transform(instant: string | null | undefined, style: MomentStyle = 'short'): string {
    return instant ? formatMoment(instant, this.speech.locale(), this.speech.timeZone(), style) : DOES_NOT_APPLY;
  }
}
