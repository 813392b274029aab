// How cells look in every workbook the program writes: black on white, one accent, thin lines.
import type { CellStyle } from 'hucre/xlsx';

const FONT = '微软雅黑';
const line = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const border = { top: line, right: line, bottom: line, left: line };
const solid = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;

export const titleStyle: CellStyle = { font: { name: FONT, size: 16, bold: true }, alignment: { horizontal: 'center', vertical: 'center' } };
export const markingStyle: CellStyle = { font: { name: FONT, size: 9, color: { rgb: '9C1C14' } }, alignment: { horizontal: 'left' } };
export const blockStyle: CellStyle = { font: { name: FONT, size: 12, bold: true, color: { rgb: '9C1C14' } } };
export const headingStyle: CellStyle = { font: { name: FONT, size: 10, bold: true }, fill: solid('F2E9E4'), border, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } };
export const textStyle: CellStyle = { font: { name: FONT, size: 10 }, border, alignment: { vertical: 'center', wrapText: true } };
export const centreStyle: CellStyle = { ...textStyle, alignment: { horizontal: 'center', vertical: 'center' } };
export const helperHeadingStyle: CellStyle = { ...headingStyle, font: { name: FONT, size: 9, color: { rgb: '7F7F7F' } }, fill: solid('F7F7F7') };
export const noteStyle: CellStyle = { font: { name: FONT, size: 9, color: { rgb: '7F7F7F' } }, alignment: { wrapText: true, vertical: 'top' } };
export const struckStyle: CellStyle = { font: { strikethrough: true, color: { rgb: 'A6A6A6' } } };

const fixed = (places: number): string => (places === 0 ? '0' : `0.${'0'.repeat(places)}`);
/** A number with fixed decimal places. */
export const numberStyle = (places: number): CellStyle => ({ ...centreStyle, numFmt: fixed(places) });
export const helperStyle = (places: number): CellStyle => ({ ...centreStyle, font: { name: FONT, size: 9, color: { rgb: '7F7F7F' } }, numFmt: fixed(places) });
export const resultStyle = (places: number): CellStyle => ({ ...centreStyle, font: { name: FONT, size: 11, bold: true }, numFmt: fixed(places) });
