import { inject, Injectable } from '@angular/core';
import { Words } from '../words/words';
import { problemOf } from './problem-of';

/** A refusal in the reader's words: the server's own sentence where it sent one. */
@Injectable({ providedIn: 'root' })
export class ProblemWords {
  private readonly words = inject(Words);

  say(error: unknown): string {
    const problem = problemOf(error);
    return problem.detail || problem.title || this.words.say(`shell.problem.${problem.code}`);
  }

  /** What whoever helps will ask for. */
  reference(error: unknown): string | undefined {
    return problemOf(error).traceId;
  }
}
