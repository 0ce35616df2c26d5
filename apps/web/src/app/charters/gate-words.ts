import { inject, Injectable } from '@angular/core';
import type { GateCheckAnswer, GateCode } from '@sightline/contracts';
import type { GateRowWords } from '@sightline/ui';
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

  /** A row of the gate; whoever may not write the charter is led to other records only. */
  row(check: GateCheckAnswer, charter: string, mayEdit: boolean): GateRowWords {
    const leads = mayEdit || !check.fix.path.startsWith(`/charters/${charter}/`);
    return { why: this.why(check), ...(leads ? { fix: this.action(check) } : {}) };
  }

  name(code: GateCode): string {
    return this.words.say(`gate.${code}.name`);
  }
}
