// The workbooks to fill in for an import: headings, examples that are never imported, a sheet of notes, the marking line on top.
import { writeXlsx } from 'hucre/xlsx';
import { registerWords } from '../../../shared/text/zh/register.ts';
import { SheetDraft } from './cells.ts';
import { headingStyle, markingStyle, noteStyle, textStyle, titleStyle } from './styles.ts';

export interface TemplateWords { readonly title: string; readonly sheet: string; readonly headings: readonly string[]; readonly examples: readonly (readonly string[])[]; readonly notes: readonly string[] }

const HEADING = 2;

/** An empty list of units to fill in. The words may be those of another language; import understands both. */
export const unitsTemplate = (marking = registerWords.template.marking, words = registerWords): Promise<Uint8Array> => {
  const { unitsTitle, unitsSheet, unitHeadings, unitExamples, unitNotes, notesSheet } = words.template;
  return write({ title: unitsTitle, sheet: unitsSheet, headings: unitHeadings, examples: unitExamples, notes: unitNotes }, { marking, notesSheet });
};

/** An empty list of judges to fill in. */
export const peopleTemplate = (marking = registerWords.template.marking, words = registerWords): Promise<Uint8Array> => {
  const { peopleTitle, peopleSheet, peopleHeadings, peopleExamples, peopleNotes, notesSheet } = words.template;
  return write({ title: peopleTitle, sheet: peopleSheet, headings: peopleHeadings, examples: peopleExamples, notes: peopleNotes }, { marking, notesSheet });
};

async function write(words: TemplateWords, { marking, notesSheet }: { readonly marking: string; readonly notesSheet: string }): Promise<Uint8Array> {
  const list = listDraft(words, marking).sheet(words.sheet, { freezePane: { rows: HEADING + 1 } });
  const notes = new SheetDraft();
  for (const [at, note] of words.notes.entries()) notes.text(at, 0, { words: note, style: noteStyle });
  notes.columnWidth(0, 90);
  return writeXlsx({ sheets: [list, notes.sheet(notesSheet)], activeSheet: 0, properties: { title: words.title, category: marking } });
}

function listDraft(words: TemplateWords, marking: string): SheetDraft {
  const draft = new SheetDraft();
  draft.text(0, 0, { words: marking, style: markingStyle });
  draft.merge(0, 0, words.headings.length - 1);
  draft.text(1, 0, { words: words.title, style: titleStyle });
  draft.merge(1, 0, words.headings.length - 1);
  for (const [column, heading] of words.headings.entries()) {
    draft.text(HEADING, column, { words: heading, style: headingStyle });
    draft.columnWidth(column, column === 0 ? 32 : 22);
  }
  for (const [at, example] of words.examples.entries()) for (const [column, text] of example.entries()) draft.text(HEADING + 1 + at, column, { words: text, style: textStyle });
  return draft;
}
