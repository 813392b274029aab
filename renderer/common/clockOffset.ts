// Keeps the difference between the host's clock and this page's, measured at each heartbeat. It knows no socket and reads no clock.

interface Sample {
  readonly roundTrip: number;
  readonly offset: number;
}

const KEPT = 5;

export interface ClockOffset {
  /** A heartbeat's answer: when it was sent and received (this page's wall time, ms) and the host's wall time in it. */
  readonly measured: (beat: { readonly sentAt: number; readonly receivedAt: number; readonly host: number }) => void;
  /** Milliseconds to add to this page's wall time to get the host's; 0 before the first measurement. */
  readonly value: () => number;
}

/** The offset of the smallest round trip among the last five: the less time was lost on the way, the better the measurement. */
export const clockOffset = (): ClockOffset => {
  let samples: readonly Sample[] = [];
  return {
    measured: ({ sentAt, receivedAt, host }) => {
      const roundTrip = receivedAt - sentAt;
      // A page clock that was set back in between measures nothing.
      if (roundTrip < 0) return;
      samples = [...samples, { roundTrip, offset: host - (sentAt + roundTrip / 2) }].slice(-KEPT);
    },
    value: () => samples.reduce<Sample | null>((best, sample) => (best === null || sample.roundTrip < best.roundTrip ? sample : best), null)?.offset ?? 0,
  };
};
