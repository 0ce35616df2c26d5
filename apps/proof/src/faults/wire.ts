import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * What happens between server and database: `whole`; `refused`, nobody listens; `deaf`, connections are taken and
 * nothing is passed on; `one-way`, questions arrive and answers do not; or a delay in milliseconds for every packet.
 */
export type WireState = 'whole' | 'refused' | 'deaf' | 'one-way' | { delay: number };

/** A wire to a database that can be cut, in the ways in which networks fail. */
export interface Wire {
  /** The same address, reached through the wire. */
  url: string;
  /** Bytes that were swallowed never arrive, also when the wire is whole again: as with a firewall that forgot. */
  become(state: WireState): void;
  stop(): Promise<void>;
}

/** Lays a wire to the database of an address; it is whole at first. */
export async function layWire(databaseUrl: string): Promise<Wire> {
  const target = new URL(databaseUrl);
  const pairs = new Set<Socket>();
  let state: WireState = 'whole';
  const server = createServer((near) => {
    if (state === 'refused') return void near.destroy();
    const far = connect(Number(target.port), target.hostname);
    let broken = false;
    const pass = (from: Socket, to: Socket, swallowedWhen: readonly WireState[]): void => {
      pairs.add(from);
      from.setNoDelay(true);
      from.on('data', (bytes) => {
        broken ||= swallowedWhen.includes(state);
        if (broken) return;
        if (typeof state === 'object') setTimeout(() => to.write(bytes), state.delay);
        else to.write(bytes);
      });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        pairs.delete(from);
        to.destroy();
      });
    };
    pass(near, far, ['deaf']);
    pass(far, near, ['deaf', 'one-way']);
  });
  await listen(server);
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    become(next) {
      state = next;
      if (next === 'refused') for (const socket of pairs) socket.resetAndDestroy();
    },
    async stop() {
      for (const socket of pairs) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}
