// Fails a test file that says something on the console: noise hides the line that matters. A test that expects output spies on it.
import { format } from 'node:util';
import { afterAll, afterEach, beforeEach } from 'vitest';

const said: string[] = [];

const note =
  (channel: string) =>
  (...values: readonly unknown[]): void => {
    said.push(`${channel}: ${format(...values)}`);
  };

const complain = (): void => {
  if (said.length === 0) return;
  const words = said.splice(0).join('\n');
  throw new Error(`stray output:\n${words.slice(0, 2000)}`);
};

for (const channel of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) console[channel] = note(`console.${channel}`);
process.on('warning', (warning) => said.push(`process warning: ${warning.name}: ${warning.message}`));

beforeEach(complain);
afterEach(complain);
afterAll(complain);
