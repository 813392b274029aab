// Faults in the arithmetic of every rule. Each must make the program and the second count disagree: the test of both lays them side by side.
import type { Fault } from '../fault.ts';

const tests = ['tests/unit/property/recount.test.ts'];
const at = (file: string) => (name: string, find: string, replace: string): Fault => ({ name: `arithmetic: ${name}`, tests, file: `shared/arena/${file}`, find, replace });
const trimming = at('trimming.ts');
const counting = at('counting.ts');
const voids = at('voids.ts');
const forms = at('forms.ts');
const tally = at('tally.ts');
const adjusting = at('adjusting.ts');
const standings = at('standings.ts');
const awards = at('awards.ts');
const result = at('sessionResult.ts');

export const arithmeticFaults: readonly Fault[] = [
  trimming('a fill meant before dropping comes after', "each.as === 'fillBefore' ? [sheetOf", "each.as === 'fillAfter' ? [sheetOf"),
  trimming('a fill after dropping is left out', "each.as === 'fillAfter' ? [sheetOf", "each.voter === '' ? [sheetOf"),
  trimming('a fill before dropping is not rounded', 'rounded(mean(marks), setting.rules.missing.fillPlaces)', 'mean(marks)'),
  trimming('a fill after dropping is not rounded', 'means.map((each) => rounded(each, setting.rules.missing.fillPlaces))', 'means'),
  trimming('a fill after dropping is the mean of all', 'columns(setting.form, keptSheets).map(mean)', 'columns(setting.form, given.sheets).map(mean)'),
  trimming('a zero is not counted', "each.as === 'zero' ? [sheetOf", "each.voter === '' ? [sheetOf"),
  trimming('a median is a mean', "panel.average === 'mean' ?", "panel.average !== 'none' as string ?"),
  trimming('an even median takes the upper middle', 'return sorted.length % 2 === 1 ? upper :', 'return sorted.length > 0 ? upper :'),
  trimming('sheet totals are not rounded', "panel.trimOf === 'totals' ? rules.rounding.mark : null", 'null'),
  trimming('criteria are not rounded', ', setting.rules.rounding.mark));', ', null));'),
  trimming('criteria are trimmed as totals', "(setting.panel.trimOf === 'totals' ? trimTotals : trimCriteria)", "(setting.panel.trimOf === 'totals' ? trimTotals : trimTotals)"),
  trimming('the highest are not dropped', 'dropIndexes(given.sheets.map((sheet) => sheet.total), given.drops.highest,', 'dropIndexes(given.sheets.map((sheet) => sheet.total), 0,'),
  trimming('the lowest marks of criteria are not dropped', 'dropIndexes(marks, given.drops.highest, given.drops.lowest)', 'dropIndexes(marks, given.drops.highest, 0)'),
  trimming('of equal sheets the later seat is dropped', 'compare(values[a] ?? ZERO, values[b] ?? ZERO) || a - b', 'compare(values[a] ?? ZERO, values[b] ?? ZERO) || b - a'),

  counting('void cells stand in the denominator with abstentions', "cause === 'abstained' && form.kind === 'grade' && form.abstentionsCount", "form.kind === 'grade' && form.abstentionsCount"),
  counting('abstentions never stand in the denominator', "form.abstentionsCount ? 'zero' : 'excluded'", "form.abstentionsCount ? 'excluded' : 'excluded'"),
  counting('an absent judge is answered as a recused one', 'return rules.missing[cause];', "return rules.missing[cause === 'absent' ? 'recused' : cause];"),
  counting('a judge who left keeps the earlier marks', "if (around.gone.has(voter)) return 'leftEarly';", "if (around.gone.has('')) return 'leftEarly';"),
  counting('a blank sheet is judged cell by cell', "return around.blank.has(voter) ? 'abstained' :", "return around.blank.has('') ? 'abstained' :"),
  counting('a void sheet counts', "if (around.voided.has(voter)) return 'void';", "if (around.voided.has('')) return 'void';"),
  counting('blank cells of keyed counts are forgotten', '...without(blank, counts.blank)', '...without(blank, 0)'),
  counting('one of each count is lost', '{ length: counts.counts[key] ?? 0 }', '{ length: Math.max(0, (counts.counts[key] ?? 0) - 1) }'),

  voids('no grade sheet is ever void', "return form.kind === 'grade' ? isGradeSheetVoid(form, recorded) : !isRanking(cells);", "return form.kind !== 'grade' && !isRanking(cells);"),
  voids('no ranking is ever void', "return form.kind === 'grade' ? isGradeSheetVoid(form, recorded) : !isRanking(cells);", "return form.kind === 'grade' && isGradeSheetVoid(form, recorded);"),
  voids('an all-equal sheet of one cell is void', 'cells.length >= 2 &&', 'cells.length >= 1 &&'),
  voids('a blank sheet can be void', '|| isSheetBlank(form, cells)) return false;', ') return false;'),
  voids('a blank cell never is void', "form.blank !== 'abstention' ? 'void' :", "form.blank === 'none' as string ? 'void' :"),
  voids('a double mark never voids the sheet', "if (form.double === 'voidSheet' &&", "if (form.double === 'none' as string &&"),
  voids('a ranking may leave somebody out', 'const asked = cells.filter(({ cell, isRunning }) => isRunning || (', 'const asked = cells.filter(({ cell }) => ('),

  forms('Borda is off by one', "values.last === 'zero' ? of - place : of - place + 1", "values.last === 'zero' ? of - place + 1 : of - place"),
  forms('linear points begin a step lower', 'fraction(BigInt(place - 1))', 'fraction(BigInt(place))'),
  forms('the table is read a place further down', 'decimal(values.points[place - 1] ??', 'decimal(values.points[place] ??'),

  tally('panel figures are not rounded', 'mean: rounded(value, rules.rounding.panel)', 'mean: value'),
  tally('parts are not rounded', 'const score = rounded(exact, rules.rounding.part);', 'const score = exact;'),
  tally('the total is rounded a place too far', 'const total = roundHalfUp(exact, rules.rounding.final);', 'const total = roundHalfUp(exact, rules.rounding.final + 1);'),
  tally('a part weighs by its own full mark', 'points: divide(multiply(decimal(part.points), score), decimal(part.fullMark))', 'points: score'),
  tally('panels all weigh alike', '[multiply(shareOf(decimal(panel.points), tallied.fullMark), tallied.mean)]', '[tallied.mean]'),
  tally('a ballot’s full mark is forgotten', 'compare(fullMark, ZERO) === 0 ? ZERO : divide(points, fullMark)', "compare(fullMark, ZERO) === 0 ? ZERO : divide(points, decimal('100'))"),
  tally('the minimum panel is forgotten', 'Math.max(panel.minimum, least)', 'least'),
  tally('a relaxed trim is forgotten', 'relaxed?.dropHighest ?? panel.dropHighest', 'panel.dropHighest'),
  tally('a part that nobody entered is zero', "part.source === 'entered' && entered === undefined) return", "part.source === 'entered' && entered === 'none') return"),
  tally('the mean without dropping is of every panel', 'weighted(onSitePanels(rules, panels),', 'weighted(panels,'),
  tally('panels of other categories count too', 'panelScores(each, around.category))', 'panelScores(each, null))'),

  adjusting('a cap is ignored', 'const capped = cap !== null && isCapped ? cap : total;', 'const capped = total;'),
  adjusting('bonuses and penalties are not re-scaled', 'const scaled = divide(multiply(capped, decimal(rules.fullMark)), decimal(scale.fullMark));', 'const scaled = capped;'),
  adjusting('a penalty is put on', "scale.sign === 'bonus' ? scaled : subtract(ZERO, scaled)", 'scaled'),
  adjusting('a total is clipped at 0', 'lines.reduce((total, line) => add(total, line.points), exact);', 'lines.reduce((total, line) => (compare(add(total, line.points), ZERO) < 0 ? ZERO : add(total, line.points)), exact);'),
  adjusting('a total is clipped at 100', 'lines.reduce((total, line) => add(total, line.points), exact);', "lines.reduce((total, line) => (compare(add(total, line.points), decimal('100')) > 0 ? total : add(total, line.points)), exact);"),

  standings('ranks are taken on unrounded totals', 'splitBy(entries, (entry) => entry.tally.total).flatMap', 'splitBy(entries, (entry) => entry.tally.exact).flatMap'),
  standings('tie links are read from the second on', 'const tie = rules.ties[from.at];', 'const tie = rules.ties[Math.min(from.at + 1, rules.ties.length - 1)];'),
  standings('more decimals look at all at once', 'splitBy(entries, (entry) => roundHalfUp(entry.tally.exact, places))', 'splitBy(entries, (entry) => roundHalfUp(entry.tally.exact, places + 9))'),
  standings('a panel link compares before the panel’s rounding', '=== tie.id)?.mean ?? ZERO)', '=== tie.id)?.exact ?? ZERO)'),
  standings('a part link compares before the part’s rounding', '=== tie.id)?.score ?? ZERO)', '=== tie.id)?.exact ?? ZERO)'),
  standings('the untrimmed mean is the trimmed one', 'splitBy(entries, (entry) => entry.tally.untrimmed)', 'splitBy(entries, (entry) => entry.tally.exact)'),
  standings('the first play-off stands', 'concerns(entries, playOff.contestants)).at(-1)', 'concerns(entries, playOff.contestants)).at(0)'),
  standings('a draw among others decides', 'contestants.length === group.length && group.every(', 'group.some('),
  standings('the next place is not skipped', 'const rank = rows.length + 1;', 'const rank = (rows.at(-1)?.rank ?? 0) + 1;'),

  awards('a tie on the edge of a tier goes the other way', "edge === 'all' ? rows.filter(", "edge === 'none' ? rows.filter("),
  awards('a tier wants more than its score', 'decimal(tier.score)) >= 0', 'decimal(tier.score)) > 0'),
  awards('a tier takes one too many', 'rows[quota]?.rank !== last.rank) return quota;', 'rows[quota]?.rank !== last.rank) return quota + 1;'),
  awards('tied place points are the better place’s', "setting.ties === 'averaged' ?", "setting.ties === 'same' ?"),

  result('categories are ranked together', 'category === null || session.contestants[entry.contestant]?.category === category', 'category === null || session.contestants[entry.contestant]?.category !== undefined'),
  result('who left the contest is still ranked against', '(!hasLeft(each) || wasRanked(session, each))', "(!hasLeft(each) || each.id !== '')"),
  result('the first scores entered stand', 'session.parts[given.version - 1]', 'session.parts[Math.min(given.version, 1) - 1]'),
  result('a judge who left a contestant that withdrew has not left', 'contestant !== undefined && hasLeft(contestant) ? standingLock', 'contestant === undefined ? standingLock'),
];
