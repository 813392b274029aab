// Every refusal code as a plain English sentence: what, where, what to do.
import type { ErrorCode } from '../../kernel/errors.ts';

export const errors: Readonly<Record<ErrorCode, string>> = {
  badInput: 'The input is not as required: {where}. Check it and try again', unknownCommand: 'There is no operation “{name}”', unknownView: 'There is no page “{name}”', notAllowed: 'Your role may not do this',
  tooLarge: 'Too large; nothing was taken', tooFast: 'Too fast; wait a moment', staleEpoch: 'The host was restored or replaced; synchronising again',
  idReused: 'The same id came with other content; nothing was done', internal: 'The program failed; nothing was done and no data changed', diskFull: 'The disk is full; nothing was saved. Free some space and try again',
  deskLocked: 'The desk is locked; enter the PIN', wrongPin: 'Wrong PIN', notThisDevice: 'Another device holds this seat', nativeUnavailable: 'This computer cannot do that: {what}',
  unknownUnit: 'The register has no unit “{name}”', unknownPerson: 'The register has no such person', nameEmpty: 'The name must not be empty: {what}', nameTaken: '“{name}” is the name of “{other}” already', aliasTaken: 'The alias “{name}” belongs to “{other}”',
  importInvalid: 'The file cannot be imported: {reason}', importStale: 'The register has changed since the preview; preview again',
  unknownMeeting: 'No such meeting', unknownItem: 'The meeting has no such item', nothingOnAir: 'Nothing is on the wall yet', stepOutOfRange: 'There is no step {step}', sceneNotAllowed: 'The publication rules keep “{scene}” off the wall',
  alreadyYielded: 'The screen is yielded already', notYielded: 'The screen is not yielded', unknownSeat: 'No such seat',
  unknownSession: 'No such session', wrongPhase: 'Not possible in this phase ({phase})', rulesInvalid: 'A rule is wrong: {what} ({reason})', rulesDoNotAddUp: 'The rules do not add up: {what} is {is}, should be {should}',
  noContestants: 'No contestants chosen yet', noJudges: 'No judges chosen yet', panelEmpty: 'No judge in “{panel}”', unknownPanel: 'The rules have no panel “{panel}”', unknownContestant: 'No such contestant', unknownJudge: 'No such judge',
  orderIncomplete: 'The order must hold all {should} contestants, it holds {given}', orderNotSet: 'The speaking order is not set', recusalsUndecided: '{count} proposed recusals are not confirmed',
  alreadyOnStage: 'Already on stage', nobodyOnStage: 'Not on stage', contestantNotWaiting: 'Has been on stage or is being scored', contestantWithdrawn: 'Has withdrawn', windowStillOpen: 'The contestant before is not locked yet',
  timerRunning: 'The timer is running', timerNotRunning: 'The timer is not running',
  scoringClosed: 'Scoring is locked', scoringNotOpened: 'Scoring has not been opened', alreadyOpen: 'Scoring is open already', markMissing: '“{criterion}” has no mark', markUnknown: 'There is no criterion “{criterion}”', markMalformed: '“{criterion}”: “{mark}” is not a number',
  markOffStep: '“{criterion}”: {mark} is not on the step {step}', markOutOfRange: '“{criterion}”: {mark} is outside {floor}–{ceiling}', judgeRecused: 'This judge is recused here', judgeLeft: 'This judge has left',
  staleRevision: 'There is a newer version of this sheet (version {revision}); look at it first', tooManySheets: 'This sheet was sent too many times; ask the staff', sheetIsIn: 'This judge’s sheet is in; record a recusal, or void it when keying', sheetsMissing: '{missing} sheets are missing', notAllIn: 'Not all sheets are in, or they are checked already', notChecked: 'Not checked yet', notLocked: 'Not locked yet',
  tooFewSheets: '“{panel}” has {valid} valid sheets, the rules need {needed}; decide how to trim', unknownLateSheet: 'No such late sheet', revealTooEarly: 'The rules do not allow this score to be shown yet',
  windowsNotLocked: 'Some contestants are not locked yet', drawNotNeeded: 'These contestants need no draw', alreadyDrawn: 'Drawn already; never drawn again', resultOpen: '{count} contestants are tied and need a draw', trimUnchanged: '“{panel}”: trimming may be relaxed, not tightened', wallHidden: 'The room cannot see the wall (frozen, blank or yielded); press Live or Return first', unlockedCorrection: 'Reopen the contestant with a reason first, then count the late sheet',
};
