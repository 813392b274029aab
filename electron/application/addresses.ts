// The addresses of this laptop that a phone in the room may reach, the likeliest first; the host chooses.
import { createSocket } from 'node:dgram';
import { networkInterfaces } from 'node:os';

export interface Address { readonly address: string; readonly adapter: string }

/** Every IPv4 address that is not loopback, with its adapter's name. */
export const lanAddresses = (): readonly Address[] =>
  Object.entries(networkInterfaces()).flatMap(([adapter, all]) => (all ?? []).filter((each) => each.family === 'IPv4' && !each.internal).map((each) => ({ address: each.address, adapter })));

/** The address of the default route, learned from a connected UDP socket that sends nothing; null without a network. */
export const defaultAddress = (): Promise<string | null> =>
  new Promise((settle) => {
    const socket = createSocket('udp4');
    const done = (address: string | null): void => { try { socket.close(); } catch { /* closed already */ } settle(address); };
    socket.once('error', () => done(null));
    try {
      socket.connect(9, '192.0.2.1', () => { try { done(socket.address().address); } catch { done(null); } });
    } catch { done(null); }
  });
