// Every golden session, one a preset.
import { bureauHeadsGolden } from './bureauHeads.golden.ts';
import { bureauHeadsQuestionsGolden } from './bureauHeadsQuestions.golden.ts';
import { countySecretariesGolden } from './countySecretaries.golden.ts';
import { divisionHeadsGolden } from './divisionHeads.golden.ts';
import { interviewGolden } from './interview.golden.ts';
import { oneSheetGolden } from './oneSheet.golden.ts';
import { siteVisitsGolden } from './siteVisits.golden.ts';
import type { Golden } from './support.ts';

export const goldens: readonly Golden[] = [countySecretariesGolden, bureauHeadsGolden, bureauHeadsQuestionsGolden, divisionHeadsGolden, siteVisitsGolden, oneSheetGolden, interviewGolden];
