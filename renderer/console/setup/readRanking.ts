// Reads pasted lines as an order of units: by short or full name, leading numbers and further columns left aside.
interface Named { readonly id: string; readonly name: string; readonly fullName: string }
export interface ReadRanking { readonly order: readonly string[]; readonly unknown: readonly string[]; readonly missing: readonly string[] }

const key = (name: string): string => name.replace(/\s+/gu, '').toLowerCase();
const nameIn = (line: string, units: readonly Named[]): Named | undefined => {
  const cells = line.split(/[\t,，]/u).map((cell) => key(cell.replace(/^\s*(第?\d+名?[.、．)）\s]*)/u, '')));
  return units.find((unit) => cells.includes(key(unit.name)) || cells.includes(key(unit.fullName)));
};

/** Example: `1. 甲区\n2. 乙区` → the ids of 甲区 and 乙区. A unit named twice counts once. */
export const readRanking = (text: string, units: readonly Named[]): ReadRanking => {
  const lines = text.split(/\r?\n/u).map((line) => line.trim()).filter((line) => line !== '');
  const found = lines.map((line) => ({ line, unit: nameIn(line, units) }));
  const order = [...new Set(found.flatMap(({ unit }) => (unit === undefined ? [] : [unit.id])))];
  return {
    order,
    unknown: found.filter(({ unit }) => unit === undefined).map(({ line }) => line),
    missing: units.filter((unit) => !order.includes(unit.id)).map((unit) => unit.name),
  };
};
