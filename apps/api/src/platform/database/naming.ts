import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';

/** `businessUnitId` in an entity is `business_unit_id` in its table. */
export class SnakeCaseNames extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    return [...prefixes, customName ?? propertyName].map(snakeCase).join('_');
  }

  override tableName(className: string, customName: string | undefined): string {
    return customName ?? snakeCase(className);
  }
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter, at: number) => `${at > 0 ? '_' : ''}${letter.toLowerCase()}`);
}
