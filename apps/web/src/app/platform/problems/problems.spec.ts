import { HttpErrorResponse } from '@angular/common/http';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, submit } from '@angular/forms/signals';
import type { Problem } from '@sightline/contracts';
import { siteForSpecs } from '../site-for-specs';
import { toFormErrors } from './form-errors';
import { problemOf } from './problem-of';
import { ProblemWords } from './problem-words';

const answer = (status: number, error: unknown) => new HttpErrorResponse({ status, error });
const invalid: Problem = {
  type: 'about:blank',
  title: 'Invalid',
  status: 400,
  code: 'invalid-request',
  errors: [
    { pointer: '/kpis/0/by', code: 'after-target', detail: 'This is after the target date.' },
    { pointer: '/nowhere', code: 'unknown', detail: 'Not known.' },
  ],
};

describe('a refusal', () => {
  it('is read from the answer, and is "unavailable" when nobody answers', () => {
    expect(problemOf(answer(400, invalid)).code).toBe('invalid-request');
    expect(problemOf(answer(0, null)).code).toBe('unavailable');
    expect(problemOf(answer(500, '<html>')).code).toBe('internal');
    expect(problemOf(new Error('x')).code).toBe('internal');
  });

  it('is said in the words of the server, else in ours', () => {
    TestBed.configureTestingModule({ providers: siteForSpecs([], 'de') });
    const words = TestBed.inject(ProblemWords);
    expect(words.say(answer(409, { ...invalid, detail: 'Nur ein Entwurf.' }))).toBe('Nur ein Entwurf.');
    expect(words.say(answer(0, null))).toContain('Nichts von Ihren Eingaben ist verloren');
  });

  it('stands at the field it names, and at the form when there is no such field', async () => {
    await TestBed.runInInjectionContext(async () => {
      const fields = form(signal({ title: '', kpis: [{ by: '' }] }));
      await submit(fields, async () => toFormErrors(answer(400, invalid), fields));
      expect(fields.kpis[0]?.by().errors()[0]?.message).toBe('This is after the target date.');
      expect(fields().errors()[0]?.message).toBe('Not known.');
    });
  });
});
