import { computed, inject, Injectable, signal } from '@angular/core';
import {
  apply,
  applyEach,
  email,
  form,
  maxLength,
  minLength,
  pattern,
  required,
  schema,
  type FieldTree,
  type ReadonlyFieldTree,
} from '@angular/forms/signals';
import { EMAIL_MAX, NAME_MAX, PASSWORD_MAX, PASSWORD_MIN, type SetUpPerson } from '@sightline/contracts';
import type { FieldIssue } from '@sightline/ui';
import { FieldWords } from '../../platform/problems/field-words';
import { Words } from '../../platform/words/words';
import { emptyAnswer, sharedEmail, type SetUpAnswer } from './set-up-answer';
import { labelOf } from './set-up-labels';

export const SET_UP_STEPS = ['organisation', 'you', 'board'] as const;
export type SetUpStep = (typeof SET_UP_STEPS)[number];

const personRules = schema<SetUpPerson>((path) => {
  required(path.name);
  maxLength(path.name, NAME_MAX);
  required(path.email);
  email(path.email);
  maxLength(path.email, EMAIL_MAX);
});

/** The wizard's answers and what is still wrong with each step; lives as long as the page. */
@Injectable()
export class SetUpForm {
  private readonly words = inject(Words);
  private readonly errors = inject(FieldWords);

  readonly answer = signal<SetUpAnswer>(
    emptyAnswer(
      {
        board: this.words.say('entry.setUp.board.defaultName'),
        constituency: (key) => this.words.say(`entry.setUp.constituencies.${key}`),
      },
      this.words.language(),
    ),
  );
  readonly fields = form(this.answer, (path) => {
    required(path.organisation.name);
    maxLength(path.organisation.name, NAME_MAX);
    pattern(path.organisation.currency, /^[A-Z]{3}$/);
    required(path.administrator.name);
    required(path.administrator.email);
    email(path.administrator.email);
    required(path.administrator.password);
    minLength(path.administrator.password, PASSWORD_MIN);
    maxLength(path.administrator.password, PASSWORD_MAX);
    apply(path.cioOffice, personRules);
    required(path.board.name);
    apply(path.board.secretary, personRules);
    applyEach(path.board.constituencies, (constituency) => applyEach(constituency.seats, personRules));
  });
  readonly shared = computed(() => sharedEmail(this.answer()));

  partOf(step: SetUpStep): FieldTree<unknown>[] {
    const { organisation, administrator, cioOffice, board } = this.fields;
    return { organisation: [organisation], you: [administrator], board: [cioOffice, board] }[step];
  }

  stateOf(step: SetUpStep): 'done' | 'problem' | 'open' {
    const part = this.partOf(step);
    if (part.every((field) => field().valid())) return 'done';
    return part.some((field) => field().touched()) ? 'problem' : 'open';
  }

  /** Marks a step as looked at and lists what is wrong, for the summary; ids are those of the controls. */
  issuesOf(step: SetUpStep): FieldIssue[] {
    return this.partOf(step).flatMap((part) => {
      part().markAsTouched();
      return part()
        .errorSummary()
        .map(({ fieldTree }) => fieldTree)
        .filter((field, index, all) => all.indexOf(field) === index)
        .map((field) => this.issueOf(field));
    });
  }

  private issueOf(field: ReadonlyFieldTree<unknown>): FieldIssue {
    const id = this.idOf(field);
    return { field: id, message: `${labelOf(id, this.words)}. ${this.errors.of(field) ?? ''}` };
  }

  /** A field's place in the answer is the id of its control: `board-secretary-name`. */
  private idOf(field: ReadonlyFieldTree<unknown>): string {
    return field()
      .name()
      .slice(this.fields().name().length + 1)
      .replaceAll('.', '-');
  }
}
