// Every word on the stations' page, in English, and the desk's words for setting stations up. The same keys as the Chinese.
import type { clerk as chinese, stationsZh } from '../zh/clerk.ts';

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
export type ClerkWords = Words<typeof chinese>;

export const clerk = {
  title: 'Keying and supervision',
  role: { clerk: 'Keying', supervisor: 'Supervision' },
  language: '中文',
  languageLabel: 'Switch to Chinese',
  sample: 'Sample data',
  retry: 'Try again',

  link: {
    connecting: 'Connecting',
    open: 'Connected · confirmed {n} s ago',
    stale: 'Not confirmed · last {n} s ago',
    staleLong: 'Last confirmed {n} s ago; reconnecting. What you see may no longer be current.',
    offline: 'Connecting to the host. Please check that this device is on the hall’s network.',
  },
  unsent: '{n} entries have not reached the host yet. They are sent once connected; please keep this page open.',
  awaitingDesk: { title: 'The desk must confirm this device', text: 'Please ask the staff to allow this device under “Seats and ballots” at the desk. This page then goes on by itself.' },
  void: { title: 'This station’s seat is void', text: 'The seat was renewed or removed. Please ask the desk for a new code, or scan the new card.' },
  impostor: { title: 'Not this meeting’s host, or the card was renewed', text: 'The other side cannot prove to be this meeting’s host; this page sent nothing. Please check the network. If the card was renewed, use a new code.' },
  otherTab: { title: 'Open in another page', text: 'This station goes on in another page. This one rests, so that nothing is keyed twice.', here: 'Continue here' },
  code: {
    title: 'Enter the seat code',
    text: 'Please ask the desk for this station’s six-character code. A tablet may scan the card instead.',
    label: 'Seat code (6 characters)',
    send: 'Enter',
    sending: 'Checking…',
    refused: 'The code is wrong or has expired. Please ask the desk for a new one.',
    unreachable: 'The host cannot be reached. Please check that this device is on the hall’s network and try again.',
    instead: 'Enter a code',
  },

  work: {
    clerk: { title: 'No batch has been given to this station yet', text: 'Batches the desk gives to this station appear here by themselves.' },
    supervisor: { title: 'Nothing has been sent here to be checked yet', text: 'Batches that are keyed and sent for checking appear here by themselves.' },
    given: 'Batches given to this station',
    toCheck: 'Batches to be checked',
  },

  paper: {
    batch: '{panel} · {sheets} ballots · {contestants} units',
    pass1: 'First pass', pass2: 'Second pass', readBack: 'Read back', settle: 'Check',
    done: '{done}/{sheets} keyed', doneRead: '{done}/{sheets} agreed', doneSettled: '{done}/{sheets} settled', differing: '{n} differ', sentBack: '{n} sent back', open: 'Begin', back: 'All batches',
    loading: 'Fetching the batch…', gone: 'This batch was taken back, or is no longer given to this station.',
    sheet: 'Ballot {n}', closed: 'The desk has closed this batch; it can no longer be keyed.',
    row: 'row {n}', rowColumn: 'row {n} “{column}”', join: ', ',
    blank: 'blank', void: 'void', recused: 'recused', total: 'Total',
    blankKey: 'Blank', voidKey: 'Void', undo: 'Undo', erase: 'Erase', save: 'Save, next ballot', next: 'Next cell', point: 'Decimal point',
    grid: 'Cells of this ballot', pad: 'Keys', sheets: 'Ballots of this batch',
    state: { empty: 'not keyed', keyed: 'keyed', differs: 'differs', settled: 'settled', onWay: 'not delivered', refused: 'not accepted', waiting: 'awaits the first pass' },
    filled: '{row} {name}: {value}', cleared: '{row} {name}: cleared',
    fault: { noGrade: 'There is no grade “{key}”', noPlace: 'There is no place {place} among {of} units', tooLong: 'Too many digits', cellsLeft: '{n} cells are not keyed yet', nothingToUndo: 'Nothing to undo', sheetFull: 'All cells are keyed; press Enter to save' },
    notice: { placeTwice: 'Place {place} stands twice; under the rules the whole ballot is void. Key it as the paper says.', placeMissing: 'There is no place {place}; under the rules the whole ballot is void. Key it as the paper says.', allEqual: 'All units have the same grade; under the rules the whole ballot is void. Key it as the paper says.' },
    checking: 'Comparing with the other pass…',
    differs: 'Differs from the first pass: {rows}', differsFirst: 'Differs from the second pass: {rows}', lookAgain: 'Please look at the paper again: mend your slip and press Enter, or press “-” to leave it to the supervisor.', leave: 'Leave it to the supervisor',
    ignored: '{n} keys struck while comparing were not taken.', sentBackOne: 'When read back it did not agree with the paper; please key it anew.',
    refused: '{sheet} was not accepted: {reason} What was keyed is kept on this device.', openIt: 'Open',
    finished: 'This pass is all keyed', finishedText: 'No further ballot waits for this station. Ballots that differ can be opened on the left.', finishedWaiting: 'Ballots of the first pass appear here by themselves.',
    keysGrade: 'One key a cell: {grades}, 0 blank, * void; Backspace goes back, Enter saves and goes on.',
    keysRank: 'Key the place; it goes on by itself. After a “1” that could begin a two-digit place press Enter; 0 blank, * void; Enter saves when all are keyed.',
    keysScore: 'Key the mark, Enter goes on; / blank, * void; when the total is right, Enter saves.',
    readOut: 'Have the ballot read aloud and follow what was keyed below.', agree: 'Agrees with the paper', sendBack: 'Send back', agreeKey: 'Enter agrees · - sends back', readFinished: 'No ballot waits to be read back', readFinishedText: 'Keyed ballots appear here by themselves.',
    settleText: 'Please take out this ballot and decide by the paper: choose one of the passes, or key what the paper says.', first: 'First pass', second: 'Second pass', decided: 'Paper', takeFirst: 'Take the first', takeSecond: 'Take the second', settleSave: 'Decide by the paper', settleFinished: 'No ballot differs', settleFinishedText: 'Ballots whose passes differ, or that were sent back, appear here by themselves.', noEntry: 'not keyed',
  },
} as const satisfies ClerkWords;

export const stationsEn = {
  title: 'Keying and supervision', intro: 'Clerks and supervisors work on other computers or tablets: scan the card, or open the address and type a code. A clerk keys only batches the desk gave out; a supervisor checks and never edits.',
  none: 'No station yet; ballots can be keyed on this computer.', role_clerk: 'Clerk', role_supervisor: 'Supervisor', name: 'Name', add: 'Add', addName: 'Name of the new station',
  live_live: 'online', live_stale: 'no answer', live_gone: 'offline', unbound: 'not connected',
  card: 'Card', renew: 'Renew', remove: 'Remove', approve: 'Allow this new device', waiting: 'a new device waits to be allowed',
  renewAsk: 'The card {name} holds and its connected device become void at once; it enters again with a new card or code. What was keyed is kept.',
  removeAsk: '{name} is disconnected at once and its card is void. What was keyed, and by whom, is kept.',
  cardTitle: 'Card of {name}', scan: 'Scan with a tablet', type: 'On a computer open this address and type a code', code: 'Give a code', codeUntil: 'valid until {time}', cardNote: 'The QR code holds this station’s key: please do not photograph it, and close this window afterwards.',
} satisfies Readonly<Record<keyof typeof stationsZh, string>>;
