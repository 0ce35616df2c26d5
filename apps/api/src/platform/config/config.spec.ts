import { readConfig } from './config';

const DATABASE_URL = 'postgres://app@localhost/sightline';

describe('the settings', () => {
  it('need no more than a database', () => {
    expect(readConfig({ DATABASE_URL })).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      sample: false,
      secure: false,
      publicUrl: 'http://localhost:3000',
    });
  });

  it('are refused all at once, by name', () => {
    const read = (): unknown =>
      readConfig({ PORT: 'http', SIGHTLINE_SAMPLE: 'yes', SIGHTLINE_PUBLIC_URL: 'sightline' });
    expect(read).toThrow(/DATABASE_URL: is missing/);
    expect(read).toThrow(/PORT: must be a whole number from 0 to 65535, not "http"/);
    expect(read).toThrow(/SIGHTLINE_SAMPLE: must be on or off, not "yes"/);
    expect(read).toThrow(/SIGHTLINE_PUBLIC_URL: must be an address/);
  });

  it.each(['0.0.0.0', '::', '192.168.1.10', 'sightline.example'])(
    'keep the sample installation away from %s',
    (HOST) => {
      expect(() => readConfig({ DATABASE_URL, HOST, SIGHTLINE_SAMPLE: 'on' })).toThrow(/HOST/);
      expect(readConfig({ DATABASE_URL, HOST }).host).toBe(HOST);
    },
  );

  it('bind cookies to TLS when people come by https', () => {
    expect(readConfig({ DATABASE_URL, SIGHTLINE_PUBLIC_URL: 'https://sightline.example/' })).toMatchObject({
      secure: true,
      publicUrl: 'https://sightline.example',
    });
  });
});
