// The presets that come with the program, in the order in which they are offered. An organiser's own are kept in the journal, not here.
import { bureauHeads } from './bureauHeads.ts';
import { bureauHeadsQuestions } from './bureauHeadsQuestions.ts';
import { countySecretaries } from './countySecretaries.ts';
import { divisionHeads } from './divisionHeads.ts';
import { interview } from './interview.ts';
import { oneSheet } from './oneSheet.ts';
import type { BuiltInPreset } from './preset.ts';
import { siteVisits } from './siteVisits.ts';

export const builtInPresets: readonly BuiltInPreset[] = [countySecretaries, bureauHeads, bureauHeadsQuestions, divisionHeads, siteVisits, oneSheet, interview];

/** The preset of this id, or undefined. Example: `builtInPreset('siteVisits')?.name` → 现场观摩（名次票）. */
export const builtInPreset = (id: string): BuiltInPreset | undefined => builtInPresets.find((preset) => preset.id === id);
