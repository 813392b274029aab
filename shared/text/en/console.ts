// Words of the desk's frame, its home page and its key list.
import type { consoleZh } from '../zh/console.ts';

export const consoleEn = {
  product: 'Leitai', placeHome: 'Home', placeRegister: 'Register', placeSetup: 'Set-up', placeLive: 'Live', placeResult: 'Result',
  connecting: 'Connecting to the host…', tokenOld: 'This page is out of date. Open the desk again from the program.', linkLost: 'Host lost, reconnecting', language: 'Language', sampleNote: 'Units, judges and scores here are invented, for practice. Clear them before real use.', sampleLeave: 'Clear the sample and begin', sampleLeaveAsk: 'The sample units, judges and both sample sessions are put aside (the file stays in the data folder and is no longer shown); the program begins with an empty register.', sample: 'Sample data',
  unknownRefusal: 'Could not be done ({code})', noSecrets: 'Not for classified information',
  paneBroken: 'This part could not be shown. The wall and the judges go on; nothing received is lost.', paneReload: 'Load this page again',
  lock: 'Lock', lockedTitle: 'The desk is locked', lockedNote: 'The wall goes on and judges go on scoring. Enter the PIN to continue.', pin: 'PIN', unlock: 'Unlock',
  backupNone: 'No backup yet', backupAt: 'Backed up {time}', backupFailed: 'Backup failed {time}',
  ok: 'OK', cancel: 'Cancel', close: 'Close', save: 'Save', edit: 'Edit', add: 'Add', remove: 'Remove', up: 'Up', down: 'Down', all: 'All', none: 'None', back: 'Back', forward: 'Next', working: 'Working…',
  keysTitle: 'Keys', keysLive: 'Live', keysKeying: 'Paper keying', keyBig: 'Big button: next step', keyTake: 'Take to the wall', keyTimer: 'Timer: start / pause', keyPeek: 'Hold to peek at scores', keyKeying: 'Paper keying',
  keyDigits: 'Type a mark', keyEnter: 'Next cell; the last one sends', keyMove: 'Move the cursor', keyAccept: 'Keep the second entry',
  keysClicker: 'Keys a clicker can send (PageUp, PageDown, F5, Esc, arrows, Space, B, .) act after a yield only once the desk was clicked, and never alone reveal a score. Esc undoes nothing.',
  firstTitle: 'Before you begin', firstBody: 'This program must not handle classified information. Register, marks and results stay on this computer; no internet is used.', firstOk: 'Understood',
  sessionsTitle: 'Sessions', sessionNew: 'New session', sessionName: 'Session title', sessionNameHint: 'e.g. Secretary arena, third quarter 2026', sessionCreate: 'Create', sessionsEmpty: 'No session yet. Enter units and judges in the register first, then create a session.', sessionsEmptyReady: 'The register holds {units} units and {people} people. Press New session to begin.',
  openRegister: 'Fill the register', sessionUnits: '{count} units', sessionJudges: '{count} judges', sessionDone: '{done} of {count} done', onAir: 'On the wall',
  phase_setup: 'Set-up', phase_ready: 'Ready', phase_live: 'Live', phase_finalised: 'Final', phase_archived: 'Archived', archive: 'Archive', archiveAsk: 'An archived session is read-only and phones drop their sheets. Archive “{title}”?',
  roomsTitle: 'Address for the judges’ phones', roomsEmpty: 'No local network address found. Join a wireless network or open a hotspot; paper alone works as well.', roomsChosen: 'Printed on the cards', roomsChoose: 'Use this address', roomsNote: 'After a change print the seat cards again.',
  stateTitle: 'This computer', stateUnits: 'Units', statePeople: 'People', stateBackup: 'Backup', stateJournal: 'Journal', journal_checking: 'checking', journal_sound: 'sound', journal_faulty: 'does not verify! Stop and compare with a backup', stateData: 'Data folder', stateProjector: 'Projector window', projector_none: 'Not open', projector_shown: 'Open', projector_hidden: 'Yielded', projectorOpen: 'Open projector window',
  settingsTitle: 'Settings', marking: 'Marking line', theme: 'Wall theme', theme_cinnabar: 'Cinnabar', theme_ocean: 'Ocean', theme_daylight: 'Daylight', pinTitle: 'Desk PIN', pinNote: 'With a PIN the desk can be locked and locks itself after 15 idle minutes. 4 to 12 digits.', pinOld: 'Old PIN', pinNew: 'New PIN', pinSet: 'Set PIN', pinDone: 'The PIN is set',
} satisfies Readonly<Record<keyof typeof consoleZh, string>>;
