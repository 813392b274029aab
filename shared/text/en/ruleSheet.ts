// The rule sheet in plain English: the twin of the Chinese sentences, setting by setting. Templates are filled with `say`.
import type { ruleSheet as chinese } from '../zh/ruleSheet.ts';

export const ruleSheet: typeof chinese = {
  title: 'Rules of scoring',
  lead: '[{heading}] {sentence}',
  numbered: '{number}. {heading}',
  numbers: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
  stop: '. ', comma: ', ', semicolon: '; ', step: '({n}) {text}', among: '{name} (no. {n})', percent: '{figure}%',
  time: { minutes: '{m} min', seconds: '{s} s', both: '{m} min {s} s' },
  heading: {
    voters: 'Panels and ballots', marking: 'How to mark', collecting: 'Collecting and checking', missing: 'Absence, recusal, abstention', reckoning: 'Trimming and reckoning',
    adjusting: 'Bonuses, penalties and time', ties: 'Ranks and ties', publishing: 'What is made public', awards: 'Awards', lots: 'Lots', idle: 'Set, but of no use here',
  },

  voters: {
    fullMark: 'The full mark is {points} points',
    categories: 'Contestants stand in {count} categories: {list}',
    formNamed: '{name} ({kind})', kind: { score: 'score sheet', grade: 'grade ballot', rank: 'rank ballot' },
    panel: '{name}: {voters}, with the {form}, {points} points of “{part}”, {scope}at least {minimum} valid sheets',
    voting: { named: 'named judges', anonymous: 'anonymous ballots', counts: 'only counts are keyed, not single ballots' },
    scope: 'scores {list} only, ', noPanels: 'There is no panel of judges',
    smallGroup: 'An anonymous panel with fewer than {count} valid ballots is not shown on its own',
  },

  marking: {
    score: '{form}: full mark {full}, {count} criteria: {list}', item: '{name} {points}', itemRange: '{name} {points} (marks from {floor} to {ceiling})', itemStep: '{item}, in steps of {step}',
    fullRange: 'marks go from 0 to the full points of each criterion', step: 'in steps of {step}', unused: 'The {form} is kept ready, no panel uses it',
    corridor: '{form}: the sum of a sheet must lie between {lowest} and {highest}; others cannot be sent and are void on paper',
    scoreVoid: 'A score sheet with a gap, a mark out of range or off the step cannot be sent from a phone; on paper, and with two marks for one criterion, the marks for this contestant are void',
    grade: '{form}: one grade for each contestant: {list}; full mark {full}', gradeItem: '{name} {value}',
    blank: { abstention: '{form}: an empty cell is an abstention, a blank sheet abstains everywhere', voidCell: '{form}: an empty cell is void, the other cells stand', voidSheet: '{form}: one empty cell makes the whole sheet void' },
    blankSheet: '{form}: a blank sheet is not void but abstains everywhere',
    double: { voidCell: '{form}: a cell with two grades is void, the other cells stand', voidSheet: '{form}: one cell with two grades makes the whole sheet void' },
    abstentions: { counted: '{form}: abstentions are counted among the ballots, as 0', left: '{form}: abstentions are not counted' },
    allEqual: { void: '{form}: a sheet that gives every contestant the same grade is void (unless there is only one contestant)', valid: '{form}: a sheet that gives every contestant the same grade is valid' },
    rank: '{form}: every contestant of the roster gets a place, each place once; {values}',
    rankVoid: '{form}: a sheet with places twice, missing or altered is void as a whole; a blank sheet is an abstention and is not counted',
    values: { linear: 'place 1 earns {top}, each further place {step} less', table: 'from place 1 on the points are {list}', zero: 'points are contestants minus place, the last earns 0', one: 'points are contestants minus place plus 1, the last earns 1' },
    trial: 'Before the scoring there is a trial round that never counts', noTrial: 'There is no trial round',
    far: 'A sheet further from its panel’s median than {share}% of the full mark is pointed out to the desk, and not changed',
  },

  collecting: {
    windows: {
      withContestant: 'Each contestant is scored while presenting; the next is called when the score is locked',
      untilNextFinished: 'A contestant’s sheets are collected and locked at the latest when the next has finished',
      batch: 'After every {size} contestants these are scored together',
      calibration: 'The first {size} contestants are scored together to set the standard, from contestant {next} on each alone',
      wholeSession: 'Scoring is open the whole session, and sheets are collected after the last contestant',
    },
    late: 'A sheet that arrives after the lock is recorded and not counted, unless the host corrects the score with a written reason',
    paper: { secondEntry: 'Paper is keyed twice; where the two differ the paper decides', readBack: 'Paper that was keyed is read back aloud: one reads the paper, one follows the screen' },
    operator: { double: 'Nobody checks what they keyed themselves', single: 'One person may key and check alone; the result sheet says so' },
    balance: 'Ballots without names must balance, issued against returned and valid, void and abstained, before a score is fixed; if they do not, the reason is written down',
  },

  missing: {
    recusal: {
      propose: '{panels}: a judge whose own unit is on stage is proposed for recusal, the host confirms', default: '{panels}: a judge whose own unit is on stage is recused as a rule, the host confirms',
      automatic: '{panels}: a judge whose own unit is on stage is recused automatically', never: '{panels}: no recusals',
    },
    oversight: 'Overseeing a unit does not make it one’s own',
    cause: { absent: 'absence', recused: 'recusal', leftEarly: 'leaving early', abstained: 'abstention', void: 'a void sheet' }, ofScoreSheets: '{cause} (score sheets)',
    fill: {
      excluded: 'Not counted, and not zero either: {causes}', zero: 'Counted as 0, and as a valid sheet: {causes}', fillBefore: 'Filled with the panel’s mean of each criterion before trimming, so that the filled sheet may itself be dropped: {causes}',
      fillAfter: 'Filled after trimming with the mean of each criterion over the sheets kept: {causes}',
    },
    leftEarlyMarks: { stand: 'Marks given before leaving early stand', withdrawn: 'Marks given before leaving early are withdrawn for all contestants' },
    fillPlaces: { none: 'Filled marks are not rounded', some: 'Filled marks are {places}' },
    minimum: 'With too few valid sheets everything stops for the host: collect more, or drop fewer with a written reason', fillsNever: 'Filled sheets never count as valid sheets',
  },

  reckoning: {
    base: { totals: 'the marks of each sheet are added up', criteria: 'each criterion is taken by itself', grade: 'each ballot counts the value of its grade', rank: 'each ballot counts the points of its place' },
    panel: '{panels}: {base}, {trim}, {average}',
    trim: 'dropping {list}', highest: 'the highest ({n})', lowest: 'the lowest ({n})', noTrim: 'nothing is dropped',
    average: {
      mean: { totals: 'and the mean is the panel’s score', criteria: 'and the means are added up to the panel’s score' },
      median: { totals: 'and the median (of an even number the mean of the middle two) is the panel’s score', criteria: 'and the medians (of an even number the mean of the middle two) are added up to the panel’s score' },
    },
    equalDrop: 'Of equal sheets the earlier seat’s or number’s is dropped',
    panelScore: '{panel} score', partWorth: '“{part}” ({kind}, full mark {full})', part: '{worth} comes from the judges: {formula}', partIn: '{worth} comes from the judges, {formulas}',
    entered: '{worth} is entered by the staff', inCategory: '{category}: {formula}',
    kind: { onSite: 'on site', performance: 'performance', appraisal: 'mass appraisal', visit: 'pre-visit', carried: 'round before' },
    equals: '{left} = {right}', plus: ' + ', timesPercent: '{name} × {share}%', scaled: '{name} ÷ {full} × {points}', scaledFirst: '{name} ÷ points of place 1 × {points}',
    total: 'Total', bonuses: ' + bonuses', penalties: ' − penalties',
    onlyFinal: 'Nothing is rounded on the way, only the final score is {places}, half up',
    rounding: 'Rounding is always half up: {list}',
    stage: { totals: 'a sheet’s total', criteria: 'a criterion’s score', mixed: 'a sheet’s total (where criteria are trimmed one by one: a criterion’s score)', panel: 'panels', part: 'parts', final: 'the final score' },
    stageItem: '{stage} {places}', places: { none: 'not rounded', whole: 'rounded to whole points', some: 'rounded to {n} places' },
  },

  adjusting: {
    none: 'There are no bonuses and no penalties', bonus: 'Bonus “{name}”: on a scale of {full}, {cap}', penalty: 'Penalty “{name}”: on a scale of {full}, {cap}',
    cap: 'at most {cap} in all', noCap: 'without a cap', rate: ', each point being {rate} of the total',
    order: 'Bonuses and penalties act on the grand total after trimming and combining, and never stop at 0 or the full mark',
    decided: 'Each is made by the host with a written reason',
    speech: 'A speech has {time}', noSpeech: 'Speeches have no limit', questions: 'questions have {time}', noQuestions: 'questions have no limit, or there are none',
    warnings: 'warnings come with {first} and with {second} left', noPenalty: 'Overtime is signalled and costs nothing',
    phases: { speech: 'Only the speech is timed for penalties', questions: 'Only the questions are timed for penalties', both: 'Speech and questions are timed for penalties, each by itself' },
    seconds: 'whole seconds over count', grace: 'up to {grace} s over cost nothing', tier: '{from} to {to} s over cost {amount}', beyond: 'more than {from} s over cost {cap}',
    scale: 'Time penalties are on a scale of {full}, at most {cap} together{rate}', under: 'a speech under {time} costs {amount}',
    proposed: 'The clock proposes a penalty, the host confirms it',
    late: 'Whoever is more than {time} late forfeits',
  },

  ties: {
    ranking: 'Ranks go by the rounded total, highest first', byCategory: 'Each category is ranked by itself',
    list: 'Equal totals are settled in this order: {list}', exact: 'Values are compared before rounding; a panel’s or part’s score after its own rounding',
    rule: { moreDecimals: 'more decimals', panel: 'score of {name}', criterion: 'mean of “{name}”', untrimmedMean: 'on-site mean without trimming', part: 'score of “{name}”', playOff: 'play-off', draw: 'drawing lots', shared: 'shared place' },
    open: 'Until a play-off or draw is held nobody in that ranking has a rank; a draw is made once and never again', shared: 'Shared places fill the places behind them, as in 1, 2, 2, 4',
    out: 'Whoever withdraws or forfeits has no rank and stands in nobody’s way',
  },

  publishing: {
    reveal: {
      atOnce: 'Each score is shown as soon as it is locked', afterNext: 'A score is shown when the next contestant has finished',
      calibration: 'The scores of the first {size} are shown together, later ones at once', allAtEnd: 'All scores are shown after the last contestant',
    },
    marks: { hidden: 'Judges’ marks are not shown', shuffled: 'Judges’ marks are shown in random order without seats or names', bySeat: 'Judges’ marks are shown with their seats', byName: 'Judges’ marks are shown with their names' },
    panelMeans: { shown: 'Panel scores are shown', hidden: 'Panel scores are not shown' }, parts: { shown: 'The scores of the parts are shown', hidden: 'The scores of the parts are not shown' },
    total: { figure: 'Totals are shown', tier: 'Totals are not shown, awards stand in their place', hidden: 'Totals are not shown' },
    figure: { combined: 'Scores and ranks on the wall are those of the combined total', onSite: 'Scores and ranks on the wall are those of “{part}” alone, without other parts, bonuses and penalties', either: 'The host switches the wall between the combined total and “{part}” alone' },
    ranking: { all: 'All ranks are shown', first: 'Only the first {count} are shown; the rest stand in speaking order without figures', none: 'Ranks are not shown' },
    order: { lastFirst: 'Ranks are announced from the last place up', knownPart: 'Ranks are announced in ascending order of “{part}”' },
    standings: { shown: 'Standings may be shown between contestants', hidden: 'No standings are shown between contestants' },
    recombine: 'Where figures shown do not add up to the total, two more decimals are shown, or “about equal”',
  },

  awards: {
    none: 'There are no awards', tier: '{name}{category}: {condition}', category: ' ({category})', everyCategory: ' (in each category)',
    quota: '{quota} places', score: 'a score of at least {score}', both: 'at most {quota}, with a score of at least {score}',
    downwards: 'Awards are filled best first; whoever has one is out of the lower ones',
    edge: { all: 'Tied on the last place of an award, all of them get it', none: 'Tied on the last place of an award, none of them gets it' },
    offWall: 'Ranks are not shown, so awards are not announced on the wall either',
    announce: { fromLowest: 'Awards are announced one by one, lowest first', straight: 'Awards are announced all at once' },
    placePoints: 'Place points besides: {values}', placeTies: { averaged: 'tied contestants share the points of their places', same: 'tied contestants all get the points of the better place' },
  },

  lots: {
    random: 'If the order is drawn: the seed is random and shown at once, so that anybody can check',
    called: 'If the order is drawn: the desk first shows the check code of a secret number, then a number is called out in the room; both make the seed, and the secret is shown afterwards, so that anybody can check',
    together: 'All contestants are drawn together', byCategory: 'Each category is drawn by itself, in the order named here',
  },

  page: { signatures: ['Host', 'Supervisor', 'Scorer', 'Date'], check: 'Check code of the rules {hash}', draft: 'Not frozen; may still change' },
};
