// Words of bonuses, penalties, the clock's proposals, the calibration round and the lots on the live desk.
export const consoleAdjustEn = {
  over: '{n} s over', under: '{n} s short', speech: 'Speech', questions: 'Questions', proposed: 'the rules propose −{amount} (on {full} points)', uncertain: 'The clock was interrupted: check before you decide',
  confirm: 'Confirm penalty', otherFigure: 'Other figure', waive: 'No penalty', figure: 'Penalty (on {full} points)', figureReason: 'Why another figure (printed on the result sheet)', waiveTitle: 'No penalty: {name}', waiveNote: 'Say why; it is recorded and printed on the result sheet.', reason: 'Reason',
  adjust: 'Bonus / penalty', adjustTitle: 'Bonus and penalty: {name}', kind: 'Kind', amount: 'Points (on {full} points)', make: 'Add', remove: 'Take back', removeTitle: 'Take back a bonus or penalty', made: 'Recorded', bonus: '+', penalty: '−', time: 'Time penalty', capNote: 'at most {cap} in all', none: 'Nothing added or taken off', locked: 'Locked: reopen for correction first.',
  forfeitLate: 'Forfeit (late)', forfeit: 'Forfeit', forfeitTitle: 'Forfeit: {name}', forfeitNote: 'A contestant who forfeits has no score and no rank, and holds up nobody.',
  trialOpen: 'Start calibration (does not count)', trialClose: 'End calibration', trialTitle: 'Calibration round (does not count)', trialNote: 'Judges score “calibration” on their phones to settle the standard. The marks are shown here only and enter no result.', trialNobody: 'Nobody has sent a sheet yet', trialMiddle: 'median {middle}, highest {high}, lowest {low}', trialShow: 'Calibration',
  far: 'Far', farNote: 'Far from the panel’s median; seen at the desk only',
  figureCombined: 'Combined', figureOnSite: 'On-site only', figureLabel: 'Figure on the wall', scene_awards: 'Awards', scene_lot: 'Lot commitment', ofCategory: '{scene} · {category}',
  playOffNeeded: '{names} are equal; the rules ask for a play-off.', playOff: 'Enter the play-off', playOffTitle: 'Play-off', playOffNote: 'Order from first to last; tick those that are still equal to the one above.', playOffSame: 'equal to the one above', playOffHeld: 'Play-off held, in order: {names}', up: 'Up', down: 'Down', note: 'Note (optional)', save: 'Confirm',
  category: 'Category', tier: 'Award', placePoints: 'Place points', adjustment: 'Bonus/penalty',
  namelessAtHand: '{n} at hand', namelessDone: 'balanced',
} as const;
