/** Understands the text of a setting; throws what is wrong with it. */
type Reader<T> = (text: string | undefined) => T;

/** Collects what is wrong with the environment, so that one start tells all of it. */
export function readingOf(env: NodeJS.ProcessEnv) {
  const wrong: string[] = [];
  const refuse = (name: string, why: string): void => void wrong.push(`${name}: ${why}`);
  return {
    refuse,
    read<T>(name: string, reader: Reader<T>): T | null {
      try {
        return reader(env[name]?.trim() || undefined);
      } catch (error) {
        refuse(name, error instanceof Error ? error.message : String(error));
        return null;
      }
    },
    finish<T>(config: T): T {
      if (wrong.length > 0) throw new ConfigError(wrong);
      return config;
    },
  };
}

/** Thrown at start; its message is for whoever runs the server. */
export class ConfigError extends Error {
  constructor(wrong: readonly string[]) {
    super(`Sightline cannot start with these settings:\n${wrong.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

export function url(protocols: readonly string[]): Reader<string> {
  return (text) => {
    if (!text) throw new Error('is missing');
    if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
      throw new Error(
        `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
      );
    }
    return text;
  };
}

export function optional<T>(reader: Reader<T>): Reader<T | null> {
  return (text) => (text === undefined ? null : reader(text));
}

/** Any text; an empty one is as good as none. */
export const text: Reader<string | null> = (given) => given ?? null;

export function number(min: number, max: number, otherwise: number): Reader<number> {
  return (text = String(otherwise)) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < min || value > max) {
      throw new Error(`must be a whole number from ${min} to ${max}, not "${text}"`);
    }
    return value;
  };
}

export function oneOf<T extends string>(words: readonly T[], otherwise: T): Reader<T> {
  return (text = otherwise) => {
    const word = words.find((known) => known === text);
    if (!word) throw new Error(`must be ${words.join(' or ')}, not "${text}"`);
    return word;
  };
}
