const VOWEL_END = /[aeiou]$/;
const SHORT_END = /^[^aeiou]*[aeiou][bdgmnprt]$/;
const GERMAN_ENDINGS = 'e,est,st,et,t,en,n,ete,eten,te,ten,end,ende,enden,ung,ungen'.split(',');
const GERMAN_PARTICIPLES = 't,et,en,te,ete,ene,ter,eter,tes,etes,ten,eten,enen'.split(',');
const GERMAN_PLURALS = ',e,en,n,s,es,er,ern,nen,innen'.split(',');

/** "reduce" → reduce, reduces, reduced, reducing; short verbs double their last letter ("drop", "dropped"). */
export function englishVerbForms(verb: string): string[] {
  const [head = '', ...rest] = verb.split(' ');
  const tail = rest.length > 0 ? ` ${rest.join(' ')}` : '';
  return formsOfEnglish(head).map((form) => form + tail);
}

function formsOfEnglish(verb: string): string[] {
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  if (verb.endsWith('y') && !VOWEL_END.test(verb.slice(0, -1))) {
    return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  }
  const stem = SHORT_END.test(verb) || verb === 'commit' ? verb + verb.slice(-1) : verb;
  const third = /(s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
  return [verb, third, `${stem}ed`, `${stem}ing`];
}

/** "delivery" → delivery, deliveries. */
export function englishNounForms(noun: string): string[] {
  if (noun.endsWith('y') && !VOWEL_END.test(noun.slice(0, -1))) return [noun, `${noun.slice(0, -1)}ies`];
  return [noun, /(s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`];
}

/** "senk" → senkt, senken, gesenkt, Senkung …; forms that do not exist do no harm. */
export function germanVerbForms(stem: string): string[] {
  return [
    ...GERMAN_ENDINGS.map((ending) => stem + ending),
    ...GERMAN_PARTICIPLES.flatMap((ending) => [`ge${stem}${ending}`, stem + ending]),
  ];
}

/** "ein", "führ" → einführen, einzuführen, eingeführt, Einführung … */
export function germanJoinedForms(particle: string, stem: string): string[] {
  return [...germanVerbForms(stem).map((form) => particle + form), `${particle}zu${stem}en`];
}

/** All endings a German noun may take; a final e is not doubled. */
export function germanNounForms(noun: string): string[] {
  const plain = GERMAN_PLURALS.map((ending) => noun + ending);
  return noun.endsWith('e') ? [noun, `${noun}n`, `${noun}s`] : plain;
}
