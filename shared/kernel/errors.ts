// The one closed list of refusal codes. Every code has a sentence in zh and en (shared/text); nothing else is ever sent as a code.

export const ERROR_CODES = [
  // the wire and the roles
  'badInput', 'unknownCommand', 'unknownView', 'notAllowed', 'tooLarge', 'tooFast', 'staleEpoch',
  'idReused', 'internal', 'diskFull', 'deskLocked', 'wrongPin', 'notThisDevice', 'nativeUnavailable',
  // register
  'unknownUnit', 'unknownPerson', 'nameEmpty', 'nameTaken', 'aliasTaken', 'importInvalid', 'importStale',
  // meeting and what is on air
  'unknownMeeting', 'unknownItem', 'nothingOnAir', 'stepOutOfRange', 'sceneNotAllowed', 'alreadyYielded', 'notYielded', 'unknownSeat',
  // arena: set-up
  'unknownSession', 'wrongPhase', 'rulesInvalid', 'rulesDoNotAddUp', 'noContestants', 'noJudges', 'panelEmpty', 'unknownPanel',
  'unknownContestant', 'unknownJudge', 'orderIncomplete', 'orderNotSet', 'recusalsUndecided',
  'categoryMissing', 'lotNotCommitted', 'lotCommitted', 'numberNotCalled', 'noCaseForResult', 'unknownPreset', 'unknownPart', 'valueOutOfRange', 'notFinalised', 'tooFewQualified',
  // arena: stage
  'alreadyOnStage', 'nobodyOnStage', 'contestantNotWaiting', 'contestantWithdrawn', 'windowStillOpen', 'timerRunning', 'timerNotRunning',
  // arena: scoring
  'scoringClosed', 'scoringNotOpened', 'alreadyOpen', 'markMissing', 'markUnknown', 'markMalformed', 'markOffStep', 'markOutOfRange',
  'judgeRecused', 'judgeLeft', 'staleRevision', 'sheetIsIn', 'tooManySheets', 'sheetsMissing', 'notAllIn', 'notChecked', 'notLocked', 'tooFewSheets', 'shortAfterLock',
  'boxOpen', 'boxNotOpen', 'alreadyCast', 'notAnonymous', 'countsMissing', 'countsUnbalanced', 'notBalanced', 'balanceWrong',
  'unknownBatch', 'notYourBatch', 'batchClosed', 'batchInUse', 'sameKeyer', 'notKeyed', 'entryIncomplete', 'entryChanged', 'entryUnsettled',
  'unknownAdjustment', 'penaltyUndecided', 'nothingToDecide', 'trialNotSet', 'playOffNotNeeded',
  'unknownLateSheet', 'revealTooEarly', 'windowsNotLocked', 'drawNotNeeded', 'alreadyDrawn', 'resultOpen',
  'totalOutsideCorridor', 'gradeUnknown', 'placeOutOfRange', 'rankingIncomplete', 'notYourPanel', 'wholeSheetOnly', 'partMissing',
  'correctionFirst', 'trimUnchanged', 'wallHidden', 'unlockedCorrection',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
