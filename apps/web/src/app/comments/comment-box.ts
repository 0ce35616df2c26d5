import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  type OnInit,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Chapter, CommentText, PersonReference } from '@sightline/contracts';
import { COMMENT_MAX } from '@sightline/contracts';
import { lettersOver, Mark } from '@sightline/ui';
import { newKey } from '../platform/api/new-key';
import { ProblemWords } from '../platform/problems/problem-words';
import { Session } from '../platform/session/session';
import { Words } from '../platform/words/words';
import { CommentShelf } from './comment-shelf';
import { CommentStore } from './comment-store';
import { CommentsApi } from './comments-api';
import { MentionPicking } from './mention-picking';

/** From here on it is said how many letters are left. */
const COUNTS_FROM = COMMENT_MAX - 300;

/** Where one says something: a few lines, `@` calls people, Ctrl+Enter sends, Escape leaves what was typed for later. */
@Component({
  selector: 'app-comment-box',
  imports: [Mark, TranslocoPipe],
  templateUrl: './comment-box.html',
  styleUrl: './comment-box.css',
})
export class CommentBox implements OnInit {
  private readonly api = inject(CommentsApi);
  private readonly store = inject(CommentStore);
  private readonly session = inject(Session);
  private readonly problems = inject(ProblemWords);
  private readonly words = inject(Words);

  /** Names the box among those of the page: what is typed is kept under it. */
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly action = input.required<string>();
  readonly chapter = input<Chapter | null>(null);
  readonly text = input('');
  readonly mentions = input<readonly PersonReference[]>([]);
  /** Writes what was said; the key is the same while the words are. */
  readonly send = input.required<(text: CommentText, key: string) => Promise<unknown>>();
  readonly done = output<void>();
  readonly left = output<void>();

  protected readonly typed = signal('');
  protected readonly sending = signal(false);
  protected readonly refusal = signal<string | null>(null);
  protected readonly remaining = computed(() => {
    const length = this.typed().length;
    return length > COUNTS_FROM && length < COMMENT_MAX ? COMMENT_MAX - length : null;
  });
  protected readonly tooLong = computed(() => {
    const over = lettersOver(this.typed(), COMMENT_MAX);
    return over > 0 ? this.words.say('ui.tooLong', { n: over, max: COMMENT_MAX }) : null;
  });
  protected readonly id = computed(() => `comment-box-${this.name()}`);
  protected readonly shelfKey = computed(() => `${this.session.me()?.user.id ?? ''}.${this.name()}`);
  protected people!: MentionPicking;
  private readonly area = viewChild.required<ElementRef<HTMLTextAreaElement>>('area');
  private key = newKey();

  ngOnInit(): void {
    this.typed.set(CommentShelf.read(this.shelfKey()) || this.text());
    this.people = new MentionPicking(async (q) => {
      const record = this.store.record();
      return record ? this.api.mentionable(record, this.chapter(), q) : [];
    }, this.mentions());
    setTimeout(() => this.area().nativeElement.focus());
  }

  protected write(): void {
    const { value, selectionStart } = this.area().nativeElement;
    this.typed.set(value);
    this.refusal.set(null);
    this.key = newKey();
    CommentShelf.keep(this.shelfKey(), value);
    this.people.typed(value, selectionStart);
  }

  protected press(event: KeyboardEvent): void {
    const offered = this.people.offered();
    const person = offered[this.people.active()];
    if (person) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.people.move(event.key === 'ArrowDown' ? 1 : -1);
      else if (event.key === 'Enter' || event.key === 'Tab') this.pick(person);
      else if (event.key === 'Escape') this.people.shut();
      else return;
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.submit();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.left.emit();
    }
  }

  protected pick(person: Parameters<MentionPicking['pick']>[0]): void {
    const area = this.area().nativeElement;
    const { text, caret } = this.people.pick(person, area.value, area.selectionStart);
    area.value = text;
    area.setSelectionRange(caret, caret);
    area.focus();
    this.write();
  }

  protected discard(): void {
    CommentShelf.keep(this.shelfKey(), '');
    this.left.emit();
  }

  protected async submit(): Promise<void> {
    const text = this.typed().trim();
    if (text === '' || this.tooLong() || this.sending()) return;
    this.sending.set(true);
    this.refusal.set(null);
    try {
      await this.send()({ text, mentions: this.people.calledIn(text) }, this.key);
      CommentShelf.keep(this.shelfKey(), '');
      this.done.emit();
    } catch (error) {
      this.refusal.set(this.problems.say(error));
      void this.store.refresh();
    } finally {
      this.sending.set(false);
    }
  }
}
