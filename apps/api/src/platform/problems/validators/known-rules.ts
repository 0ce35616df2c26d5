import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Found = ReturnType<Storage['getTargetValidationMetadatas']>;
type Grouped = ReturnType<Storage['groupByPropertyName']>;

/**
 * class-validator looks through the rules of all classes for every object it checks. Ours are declared while modules load
 * and know no groups, so what it found for a class once is what it would find again.
 */
export function rememberRules(storage = getMetadataStorage()): void {
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const group = storage.groupByPropertyName.bind(storage);
  const found = new WeakMap<object, Found>();
  const grouped = new WeakMap<Found, Grouped>();
  storage.getTargetValidationMetadatas = (target, ...options) =>
    found.get(target) ?? kept(found, target, find(target, ...options));
  storage.groupByPropertyName = (rules) => grouped.get(rules) ?? kept(grouped, rules, group(rules));
}

function kept<Key extends object, Value>(memory: WeakMap<Key, Value>, key: Key, value: Value): Value {
  memory.set(key, value);
  return value;
}
