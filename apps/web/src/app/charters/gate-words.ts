import { inject, Injectable } from '@angular/core';
import type { GateCheckAnswer, GateCode } from '@sightline/contracts';
import { Words } from '../platform/words/words';

/** What a page says about a check beside its own message. */
@Injectable({ providedIn: 'root' })
export class GateWords {
  private readonly words = inject(Words);

  /** Why it fails and what counts as mended. */
  why({ code, variant, params, passed }: GateCheckAnswer): string {
    return passed ? '' : this.words.say(`gate.${code}.why.${variant}`, params);
  }

  /** The button that leads there. */
  action({ code }: GateCheckAnswer): string {
    return this.words.say(`gate.${code}.action`);
  }

  name(code: GateCode): string {
    return this.words.say(`gate.${code}.name`);
  }
}
