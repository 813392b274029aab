// What an import of units or people would do, before anybody agrees to it: rows to apply, faults by cell, changes by row. Changes nothing.
// An empty cell leaves what is known as it is; a row that calls a unit by one of its other names does not rename it.
import type { PersonInput, UnitInput } from './commands.ts';
import { PERSON_FIELDS, UNIT_FIELDS, type PersonField, type TextTable, type UnitField } from './importColumns.ts';
import { cellWords, readTable, type FieldChange, type ImportFault, type ImportPlan, type PlanOptions, type ReadTable, type RowChange, type TableRow } from './importTable.ts';
import { LONGEST_LABEL, LONGEST_NAME, MOST_ALIASES, nameKey, namesOf, personMeant, samePerson, unitCalled, unitsMeant, type KnownPerson, type KnownUnit } from './names.ts';

type UnitRow = TableRow<UnitField>;
type PersonRow = TableRow<PersonField>;
interface Planned<R, K> { readonly row: number; readonly values: R; readonly target: K | null }

const splitAliases = (text: string): string[] => text.split(/[、,，;；/／\r\n]+/u).map(cellWords).filter((alias) => alias !== '');
const longFaults = <F extends string>(table: ReadTable<F>, { row, words }: TableRow<F>, limits: Readonly<Partial<Record<F, number>>>): readonly ImportFault[] =>
  (Object.keys(limits) as F[]).flatMap((field) => {
    const limit = limits[field] ?? LONGEST_NAME;
    const text: string = words[field] ?? '';
    return [...text].length > limit ? [table.fault(row, field, { code: 'tooLong', details: { limit } })] : [];
  });
const withoutErrorCells = <F extends string>(read: ReadTable<F>): readonly TableRow<F>[] => read.rows.filter(({ row }) => !read.errors.some((error) => error.row === row));
const changed = (fields: readonly (readonly [string, string, string])[]): readonly FieldChange[] =>
  fields.filter(([, before, after]) => before !== after).map(([field, before, after]) => ({ field, before, after }));
const change = (at: { readonly row: number; readonly name: string }, isNew: boolean, fields: readonly FieldChange[]): RowChange =>
  ({ kind: isNew ? 'add' : fields.length === 0 ? 'same' : 'change', ...at, fields });

/**
 * Plans an import of units from a table of cell texts. Aliases are split on 、 , ； / ; errors carry Excel's row, the column letter and its heading.
 * Example: [['单位全称','简称'], ['甲区','']] on an empty register → one row to add, its short name shown as the full name.
 */
export const planUnits = (table: TextTable, known: readonly KnownUnit[], options: PlanOptions): ImportPlan<UnitInput> => {
  const read = readTable<UnitField>(table, UNIT_FIELDS, options);
  const errors = [...read.errors];
  const planned: Planned<UnitInput, KnownUnit>[] = [];
  for (const row of withoutErrorCells(read)) {
    const result = planUnit(read, row, known);
    if ('faults' in result) errors.push(...result.faults);
    else planned.push(result);
  }
  errors.push(...unitClashes(read, planned, known));
  errors.sort((a, b) => a.row - b.row);
  return { rows: planned.map((each) => each.values), errors, changes: planned.map(unitChange), skipped: read.skipped, ignoredHeadings: read.ignoredHeadings };
};

function planUnit(read: ReadTable<UnitField>, row: UnitRow, known: readonly KnownUnit[]): Planned<UnitInput, KnownUnit> | { readonly faults: readonly ImportFault[] } {
  const { words } = row;
  const name = words.fullName ?? '';
  const aliases = splitAliases(words.aliases ?? '');
  if (name === '') return { faults: [read.fault(row.row, 'fullName', { code: 'nameMissing' })] };
  const faults = [...longFaults(read, row, { fullName: LONGEST_NAME, shortName: LONGEST_NAME, kind: LONGEST_LABEL, group: LONGEST_LABEL })];
  if (aliases.some((alias) => [...alias].length > LONGEST_NAME)) faults.push(read.fault(row.row, 'aliases', { code: 'tooLong', details: { limit: LONGEST_NAME } }));
  if (aliases.length > MOST_ALIASES) faults.push(read.fault(row.row, 'aliases', { code: 'tooManyAliases', details: { most: MOST_ALIASES } }));
  const [target = null, other] = unitsMeant(known, { fullName: name, shortName: words.shortName ?? '', aliases });
  if (target !== null && other !== undefined) faults.push(read.fault(row.row, 'fullName', { code: 'matchesTwoUnits', details: { name: target.fullName, other: other.fullName } }));
  return faults.length > 0 ? { faults } : { row: row.row, target, values: unitAfter(target, { words, aliases }) };
}

function unitAfter(target: KnownUnit | null, { words, aliases }: { readonly words: UnitRow['words']; readonly aliases: readonly string[] }): UnitInput {
  const written = words.fullName ?? '';
  const calledOtherwise = target !== null && nameKey(target.fullName) !== nameKey(written) && namesOf(target).some((each) => nameKey(each) === nameKey(written));
  const fullName = calledOtherwise ? target.fullName : written;
  const knownShort = target === null || target.shortName === target.fullName ? '' : target.shortName;
  const shortName = (words.shortName ?? '') || knownShort || fullName;
  const own = new Set([fullName, shortName].map(nameKey));
  const all = aliases.length > 0 ? aliases : (target?.aliases ?? []);
  return {
    fullName, shortName, aliases: all.filter((alias, at) => !own.has(nameKey(alias)) && all.findIndex((each) => nameKey(each) === nameKey(alias)) === at),
    kind: (words.kind ?? '') || (target?.kind ?? ''), group: (words.group ?? '') || (target?.group ?? ''),
  };
}

function unitClashes(read: ReadTable<UnitField>, planned: readonly Planned<UnitInput, KnownUnit>[], known: readonly KnownUnit[]): readonly ImportFault[] {
  const faults: ImportFault[] = [];
  const targets = new Set(planned.map(({ target }) => target?.id));
  const owners = new Map<string, { readonly row: number | null; readonly fullName: string }>();
  const rowOf = new Map<string, number>();
  for (const unit of known) if (!unit.archived && !targets.has(unit.id)) for (const name of namesOf(unit)) owners.set(nameKey(name), { row: null, fullName: unit.fullName });
  for (const { row, values, target } of planned) {
    const name = namesOf(values).find((each) => owners.has(nameKey(each)));
    const owner = name === undefined ? undefined : owners.get(nameKey(name));
    const first = owner?.row ?? (target === null ? undefined : rowOf.get(target.id));
    if (name !== undefined && owner?.row === null) faults.push(read.fault(row, 'fullName', { code: 'nameInUse', details: { name, other: owner.fullName } }));
    else if (first !== undefined) faults.push(read.fault(row, 'fullName', { code: name === undefined ? 'unitInTwoRows' : 'nameInTwoRows', details: { name: name ?? values.fullName, first, second: row } }));
    for (const each of namesOf(values)) if (!owners.has(nameKey(each))) owners.set(nameKey(each), { row, fullName: values.fullName });
    if (target !== null && !rowOf.has(target.id)) rowOf.set(target.id, row);
  }
  return faults;
}

const unitChange = ({ row, target, values }: Planned<UnitInput, KnownUnit>): RowChange =>
  change({ row, name: values.fullName }, target === null, changed([
    ['fullName', target?.fullName ?? '', values.fullName], ['shortName', target?.shortName ?? '', values.shortName],
    ['aliases', (target?.aliases ?? []).join('、'), values.aliases.join('、')], ['kind', target?.kind ?? '', values.kind], ['group', target?.group ?? '', values.group],
    ['archived', target?.archived === true ? '1' : '', ''],
  ]));

/**
 * Plans an import of people. `known.units` are needed to find home units by any of their names.
 * Example: [['姓名','职务','单位'], ['张三','局长','黄岛区']] → the home is the unit with the alias 黄岛区.
 */
export const planPeople = (table: TextTable, known: { readonly people: readonly KnownPerson[]; readonly units: readonly KnownUnit[] }, options: PlanOptions): ImportPlan<PersonInput> => {
  const read = readTable<PersonField>(table, PERSON_FIELDS, options);
  const errors = [...read.errors];
  const planned: Planned<PersonInput, KnownPerson>[] = [];
  for (const row of withoutErrorCells(read)) {
    const values = personAfter(row, known);
    const faults = personFaults(read, { row, values, known, before: planned });
    errors.push(...faults);
    if (faults.length === 0) planned.push({ row: row.row, values, target: personMeant(known.people, values) ?? null });
  }
  errors.sort((a, b) => a.row - b.row);
  const homeName = (person: KnownPerson | null): string => known.units.find((unit) => unit.id === person?.home)?.fullName ?? '';
  const changes = planned.map(({ row, target, values }) =>
    change({ row, name: values.name }, target === null, changed([
      ['name', target?.name ?? '', values.name], ['title', target?.title ?? '', values.title], ['panel', target?.panel ?? '', values.panel],
      ['home', homeName(target), values.home], ['archived', target?.archived === true ? '1' : '', ''],
    ])));
  return { rows: planned.map((each) => each.values), errors, changes, skipped: read.skipped, ignoredHeadings: read.ignoredHeadings };
};

/** Two-character names are often written 张 三 to align with longer ones: the blank is layout, not name. */
const personName = (words: string): string => words.replace(/^(\p{Script=Han})\s+(\p{Script=Han})$/u, '$1$2');

function personAfter({ words }: PersonRow, known: { readonly people: readonly KnownPerson[]; readonly units: readonly KnownUnit[] }): PersonInput {
  const [name, title] = [personName(words.name ?? ''), words.title ?? ''];
  const target = personMeant(known.people, { name, title });
  const home = words.home ?? '';
  const knownHome = known.units.find((unit) => unit.id === target?.home)?.fullName ?? '';
  return { name, title, panel: (words.panel ?? '') || (target?.panel ?? ''), home: home === '' ? knownHome : (unitCalled(known.units, home)?.fullName ?? home) };
}

interface PersonCase {
  readonly row: PersonRow; readonly values: PersonInput; readonly before: readonly Planned<PersonInput, KnownPerson>[];
  readonly known: { readonly people: readonly KnownPerson[]; readonly units: readonly KnownUnit[] };
}

function personFaults(read: ReadTable<PersonField>, { row, values, known, before }: PersonCase): readonly ImportFault[] {
  if (values.name === '') return [read.fault(row.row, 'name', { code: 'nameMissing' })];
  const faults = [...longFaults(read, row, { name: LONGEST_NAME, title: LONGEST_NAME, panel: LONGEST_LABEL, home: LONGEST_NAME })];
  const twin = before.find((each) => samePerson(each.values, values));
  if (twin !== undefined) faults.push(read.fault(row.row, 'name', { code: 'personInTwoRows', details: { name: values.name, title: values.title, first: twin.row, second: row.row } }));
  const target = personMeant(known.people, values);
  const home = known.units.find((unit) => unit.id === target?.home);
  const unchanged = home !== undefined && namesOf(home).some((each) => nameKey(each) === nameKey(values.home));
  if (values.home !== '' && !unchanged && unitCalled(known.units, values.home) === undefined) faults.push(read.fault(row.row, 'home', { code: 'homeUnknown', details: { name: values.home } }));
  return faults;
}
