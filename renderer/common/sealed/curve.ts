// X25519 for the short code, brought by a script of its own when somebody is about to type one: with a card it is never loaded.
import address from 'tweetnacl/nacl.min.js?url';
import type { Curve } from './codePairing.ts';

let coming: Promise<Curve | null> | null = null;

const load = (): Promise<Curve | null> =>
  new Promise((resolve) => {
    const script = document.createElement('script');
    const finish = (): void => {
      const { nacl } = window as { readonly nacl?: Curve };
      script.remove();
      // After a failure the next call tries anew.
      if (nacl === undefined) coming = null;
      resolve(nacl ?? null);
    };
    script.onload = finish;
    script.onerror = finish;
    script.src = address;
    document.head.appendChild(script);
  });

/** The curve, loaded once; null when the host did not give it. */
export const loadCurve = (): Promise<Curve | null> => (coming ??= load());
