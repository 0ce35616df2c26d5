import { sameFields, withFields } from './draft-merge';
import { EMPTY_DRAFT } from './empty-draft';

it('keeps the object of a part that says the same, and takes the one that says something else', () => {
  const cited = { principle: { id: 'p', code: 'P-01', name: 'Outcome first' }, how: 'By naming it.' };
  const typed = { ...EMPTY_DRAFT, title: 'Known', principles: [cited] };
  const stands = {
    ...EMPTY_DRAFT,
    title: 'Known by all',
    principles: [{ ...cited, principle: { ...cited.principle } }],
  };
  const draft = withFields(stands, sameFields(stands, typed), typed);
  expect(draft.principles[0]).toBe(typed.principles[0]);
  expect(draft.title).toBe('Known by all');
});
