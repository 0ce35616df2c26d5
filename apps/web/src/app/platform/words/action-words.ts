import { inject, Injectable } from '@angular/core';
import { Words } from './words';

/** What an entry of the audit trail says was done, in words; what is not in the language files stands as it is. */
@Injectable({ providedIn: 'root' })
export class ActionWords {
  private readonly words = inject(Words);

  /** `charter.submitted` → "Charter submitted"; the noun alone → "Charter". */
  say(action: string): string {
    const [noun = '', done] = action.split('.');
    return done ? `${this.noun(noun)} ${this.find(`audit.done.${done}`) ?? plain(done)}` : this.noun(noun);
  }

  noun(name: string): string {
    return this.find(`audit.noun.${name}`) ?? plain(name);
  }

  private find(key: string): string | undefined {
    const said = this.words.say(key);
    return said === key ? undefined : said;
  }
}

function plain(name: string): string {
  return name.replaceAll(/[_-]/g, ' ');
}
