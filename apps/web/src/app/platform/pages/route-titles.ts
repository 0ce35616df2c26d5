import { inject, Injectable } from '@angular/core';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { Words } from '../words/words';
import { PageTitle } from './page-title';

/** A route's `title` is a key of the language files; the page may say its news later. */
@Injectable()
export class RouteTitles extends TitleStrategy {
  private readonly words = inject(Words);
  private readonly page = inject(PageTitle);

  override updateTitle(state: RouterStateSnapshot): void {
    const key = this.buildTitle(state);
    if (key) this.page.say(this.words.say(key));
  }
}
