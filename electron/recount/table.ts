// Plain text in columns for a terminal or a printer, Chinese characters two wide. Control characters are never passed on.

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

const widthOf = (text: string): number => Array.from(text).reduce((width, character) => width + (wide.test(character) ? 2 : 1), 0)

/** Text without anything a terminal could obey. */
export const harmless = (text: string): string => text.replace(/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu, '�')

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** The first line is the heading. */
export const table = (lines: readonly (readonly string[])[]): readonly string[] => {
  const columns = lines[0]?.length ?? 0
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))))
  const rendered = lines.map((line) => line.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  ').trimEnd())
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  return [...rendered.slice(0, 1), rule, ...rendered.slice(1)]
}
