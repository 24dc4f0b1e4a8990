import { once } from 'node:events';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectSecure, type TLSSocket } from 'node:tls';

/** Where a connection goes: always an address that was checked, never a name that could mean another one by now. */
export interface Target {
  address: string;
  port: number;
  /** Name for which the certificate must be valid; null = not encrypted. */
  secureFor: string | null;
}

export type Connect = (target: Target, signal: AbortSignal) => Promise<Socket>;

/** Opens a connection to exactly this address. */
export const connect: Connect = async ({ address, port, secureFor }, signal) => {
  const to = { host: address, port, signal };
  const socket: Socket | TLSSocket =
    secureFor === null
      ? connectPlain(to)
      : connectSecure({ ...to, ALPNProtocols: ['http/1.1'], ...(isIP(secureFor) ? {} : { servername: secureFor }) });
  try {
    await once(socket, secureFor === null ? 'connect' : 'secureConnect', { signal });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
};
