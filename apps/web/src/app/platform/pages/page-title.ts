import { LiveAnnouncer } from '@angular/cdk/a11y';
import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';

/** The title of the page is its news: in the tab, and read aloud when the page has it. */
@Injectable({ providedIn: 'root' })
export class PageTitle {
  private readonly title = inject(Title);
  private readonly announcer = inject(LiveAnnouncer);
  private last = '';

  /** Call it from an `effect` once the page knows its news. */
  say(news: string): void {
    if (!news || news === this.last) return;
    this.last = news;
    this.title.setTitle(`${news} · Sightline`);
    void this.announcer.announce(news);
  }
}
