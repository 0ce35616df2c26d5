import { inject, Injectable } from '@angular/core';
import { Words } from '../words/words';
import { problemOf } from './problem-of';

/** A refusal in the reader's words: the server's own sentence where it sent one, ours where nobody answered. */
@Injectable({ providedIn: 'root' })
export class ProblemWords {
  private readonly words = inject(Words);

  say(error: unknown): string {
    const problem = problemOf(error);
    const unsaid = problem.code === 'unavailable' ? 'shell.noAnswer.text' : `problem.${problem.code}.detail`;
    return problem.detail || problem.title || this.words.say(unsaid);
  }

  /** What whoever helps will ask for. */
  reference(error: unknown): string | undefined {
    return problemOf(error).traceId;
  }
}
