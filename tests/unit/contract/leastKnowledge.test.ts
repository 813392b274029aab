// Least knowledge, written down by hand: who may see what stands here a second time, so that a change of the table is a decision and not a slip.
// Source: design §5.
import { describe, expect, it } from 'vitest';
import { COMMANDS, LISTENERS, VIEWS } from '../../../shared/contract/table.ts';
import type { Role } from '../../../shared/kernel/decision.ts';

const viewsOf = (role: Role): readonly string[] => [...VIEWS.values()].filter((view) => view.roles.includes(role)).map((view) => view.name).sort();
const commandsOf = (role: Role): readonly string[] => [...COMMANDS.values()].filter((command) => command.roles.includes(role)).map((command) => command.name).sort();

describe('the table of roles', () => {
  it.each<[Role, readonly string[]]>([
    ['screen', ['stageTimer', 'wall']],
    ['judge', ['mySheet', 'seat']],
    ['clerk', ['batch', 'station']],
    ['supervisor', ['batch', 'station']],
    ['prompter', []],
    ['system', []],
  ])('shows %s its own views and no other', (role, views) => {
    expect(viewsOf(role)).toEqual(views);
  });

  it.each<[Role, readonly string[]]>([
    ['screen', []],
    ['judge', ['box.cast', 'sheet.submit', 'sheet.submitAll']],
    ['clerk', ['entry.key', 'entry.readBack', 'entry.sendBack']],
    ['supervisor', ['entry.settle', 'window.check']],
    ['prompter', []],
    ['system', ['awards.revealed', 'box.sealed', 'device.bind', 'meeting.addItem', 'timer.resume', 'window.revealed']],
  ])('lets %s send its own commands and no other', (role, commands) => {
    expect(commandsOf(role)).toEqual(commands);
  });

  it('knows no host on the room listener, no judge on the desk listener and the house itself on none', () => {
    expect(LISTENERS).toMatchObject({ host: ['desk'], judge: ['room'], system: [] });
  });

  it('gives what the host may do or see to nobody else, but for a batch of paper, its entries and checking a window', () => {
    const ofHost = [...COMMANDS.values(), ...VIEWS.values()].filter((entry) => entry.roles.includes('host') && entry.roles.length > 1);
    expect(ofHost.map((entry) => entry.name)).toEqual(['window.check', 'entry.key', 'entry.readBack', 'entry.sendBack', 'entry.settle', 'batch']);
  });
});
