// The bench's table for people. The aims are for phones and wall alone; with the desk open the figures stand without a verdict.
import type { Quantiles } from './figures.ts';
import type { Measured } from './measure.ts';

const AIM = { burst: 3, alone: 5 } as const;

const figure = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2)).padStart(8);
const row = (name: string, { p50, p99 }: Quantiles, note = ''): string => `  ${name.padEnd(40)}${figure(p50)}${figure(p99)}  ${note}`.trimEnd();
const verdict = ({ p50, p99 }: Quantiles, aim: number): string => `aim ≤ ${aim}: ${p50 <= aim && p99 <= aim ? 'reached' : 'MISSED'}`;

export const tableOf = ({ judges, rounds, desk, cold, burst, alone, counted }: Measured): readonly string[] => [
  `${judges} judges at once, ${rounds} rounds${desk ? ', the live desk open' : ''}`.padEnd(42) + '     p50     p99  ms',
  row('receipt', burst.receipt),
  row('on the wall', burst.wall),
  row('the same burst through a bare echo', burst.echo),
  row('receipt ÷ bare echo', burst.ratio, desk ? '' : verdict(burst.ratio, AIM.burst)),
  row('first burst after the start: receipt', cold.receipt),
  row('first burst after the start: wall', cold.wall),
  row('one ballot alone: receipt', alone.receipt),
  row('one ballot alone: on the wall', alone.wall),
  row('one durable commit and one round trip', alone.commit),
  row('one ballot alone ÷ that', alone.ratio, desk ? '' : verdict(alone.ratio, AIM.alone)),
  `  ${counted.sent} sent, ${counted.stored} stored, ${counted.lost} lost, ${counted.doubled} doubled, ${counted.changed} changed, ${counted.wrongReceipts} receipts wrong`,
  '',
];
