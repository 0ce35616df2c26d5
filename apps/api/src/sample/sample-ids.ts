import { newId } from '../platform/records/new-id';

/** Who got which id, by the code or the name the company's records use for each other. */
export class SampleIds {
  private readonly ids = new Map<string, string>();

  /** A new id under these names. */
  add(...names: string[]): string {
    const id = newId();
    for (const name of names) this.remember(name, id);
    return id;
  }

  of(name: string): string {
    const id = this.ids.get(name);
    if (!id) throw new Error(`The sample company knows no "${name}".`);
    return id;
  }

  orNull(name: string | null | undefined): string | null {
    return name ? this.of(name) : null;
  }

  private remember(name: string, id: string): void {
    if (this.ids.has(name)) throw new Error(`The sample company has two of "${name}".`);
    this.ids.set(name, id);
  }
}
