import { EditorTurns } from './editor-turns';

describe('the editors of a page', () => {
  it('open one after the other, what the reader is near first', async () => {
    const turns = new EditorTurns();
    const opened: string[] = [];
    let readsAt = 'purpose';
    const open = (name: string): Promise<void> =>
      turns.next(
        async () => {
          opened.push(`${name} begins`);
          await Promise.resolve();
          opened.push(name);
          readsAt = 'weights';
        },
        () => name === readsAt,
      );
    await Promise.all(['alignment', 'purpose', 'governance', 'weights'].map(open));
    expect(opened.filter((name) => !name.endsWith('begins'))).toEqual([
      'purpose',
      'weights',
      'alignment',
      'governance',
    ]);
    expect(opened.filter((_, at) => at % 2 === 0).every((name) => name.endsWith('begins'))).toBe(true);
  });

  it('open although one before them could not', async () => {
    const turns = new EditorTurns();
    const far = (): boolean => false;
    const failed = turns.next(() => Promise.reject(new Error('offline')), far);
    const opened = turns.next(() => 'open', far);
    await expect(failed).rejects.toThrow('offline');
    expect(await opened).toBe('open');
  });
});
