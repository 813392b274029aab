// The role table as the guide prints it: written from the table itself, and stale when the table has changed since.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { permissionRows } from '../../../shared/contract/table.ts';

const file = path.join(import.meta.dirname, '../../../resources/guide/permissions.md');

const page = (): string => {
  const cells = new Map<string, Map<string, string[]>>();
  for (const { kind, name, role, listener } of permissionRows()) {
    const row = cells.get(`${kind} \`${name}\``) ?? new Map<string, string[]>();
    cells.set(`${kind} \`${name}\``, row.set(role, [...(row.get(role) ?? []), listener]));
  }
  const lines = [...cells].map(([name, roles]) => `| ${name} | ${[...roles].map(([role, listeners]) => `${role} (${listeners.join(', ')})`).join(' · ')} |`);
  return [
    '# Who may send and see what', '',
    'Generated from `shared/contract/table.ts` by `tests/unit/contract/permissions.test.ts` (LEITAI_WRITE=1 writes it anew). `desk` is the listener on 127.0.0.1, `room` the one on the LAN; a host never exists on the room listener.', '',
    '| command or view | roles (listeners) |', '|---|---|', ...lines, '',
  ].join('\n');
};

test('the guide lists every permission of the role table as it is now', () => {
  if (process.env['LEITAI_WRITE'] === '1') writeFileSync(file, page());
  expect(readFileSync(file, 'utf8')).toBe(page());
});
