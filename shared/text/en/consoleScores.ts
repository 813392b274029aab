// Words of paper keying, checking and the result page.
import type { consoleScoresZh } from '../zh/consoleScores.ts';

export const consoleScoresEn = {
  gridName: 'Keying grid', gridRow: 'Sheet', gridEmpty: 'No sheet to key. Press Show all judges to change one sent by phone.', loading: 'Reading…', total: 'Total', status: 'Status', judge: 'Judge', seat: 'Seat', marks: 'Marks', abstained: 'Abstained', abstain: 'Abstain', void: 'Void',
  key_empty: '', key_typing: 'Typing', key_sending: 'Sending', key_sent: 'Received', key_same: 'Same twice', key_differs: 'Differs', key_refused: 'Not received',
  differsKind: 'first “{first}”, now “{second}”', differsMark: '{criterion}: first {first}, now {second}', differsHint: 'Press + to keep this one, or type again and press Enter',
  keyHint: 'Digits type, Enter goes on and sends at the last cell; * abstains, / voids', allKeyed: 'All keyed', allSame: 'All the same', keyingDone: 'Done', byContestant: 'By unit (judge by judge)', byJudge: 'By judge (all units)', passFirst: 'Key', passSecond: 'Second pass', showAll: 'Show all judges', showOwing: 'Only missing and paper',
  dropped_highest: 'high', dropped_lowest: 'low', revision: 'revision {n}', working: 'Working', showWorking: 'Show the working', corrections: 'Corrections', hiddenNote: 'Scoring is on; figures are hidden. Hold the button or the key H to peek.',
  resultTitle: 'Result', rank: 'Rank', unit: 'Unit', decidedBy: 'Tie decided by', shared: 'shared', corrected: 'corrected', notReady: 'No locked result yet. It appears here once scoring is locked.', pendingTitle: 'Not yet counted', pending_notLocked: 'not locked', pending_tooFewSheets: 'too few valid sheets', pending_withdrawn: 'withdrawn',
  drawNeeded: '{names} are equal; by the rules a draw decides.', draw: 'Draw', finalise: 'Finalise', finaliseNote: 'A final result can be printed and signed. To change it, open it again with a reason.', finalised: 'Final', reopen: 'Open again', reopenTitle: 'Open this session again', reopenNote: 'Corrections become possible; the reason is recorded and printed.', reason: 'Reason', signOrder: 'Signed by: scorer → supervisor → host',
  resultSheet: 'Result sheet', workbook: 'Export Excel', sessionFile: 'Session file JSON', tie_moreDecimals: 'more decimals', tie_panel: 'mean of {name}', tie_criterion: 'marks in {name}', tie_untrimmedMean: 'untrimmed mean', tie_draw: 'draw', tie_shared: 'shared',
} satisfies Readonly<Record<keyof typeof consoleScoresZh, string>>;
