import type { Words } from '../../platform/words/words';

export interface RegisterFilter {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { value: string; label: string }[];
}

/** A filter over a closed list: its label is `registers.filter.<name>`, its choices `registers.<key>.<value>`. */
export function filterOver(words: Words, name: string, values: readonly string[], key: string): RegisterFilter {
  return {
    name,
    label: words.say(`registers.filter.${name}`),
    options: values.map((value) => ({ value, label: words.say(`registers.${key}.${value}`) })),
  };
}
