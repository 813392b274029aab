// What was promised before the event and can be held to its word: the lot's committed secret, and the rule sheet under its hash.
// The speaking order itself is not held against the seed: contestants may have been moved on the day.
import { createHash } from 'node:crypto'
import { asText, field, orNull, refuse } from './fields.ts'
import type { Place } from './fields.ts'

const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** The seed is the committed secret, a plus sign and the number called out in the room; the hash of the secret was on the wall before. */
const demandLot = (top: Place): void => {
  const commitment = orNull(field(top, 'orderCommitment'), asText)
  const called = orNull(field(top, 'orderCalled'), asText)
  const seed = orNull(field(top, 'orderSeed'), asText)
  if (commitment === null || called === null || seed === null) return
  const secret = seed.slice(0, seed.length - called.length - 1)
  if (seed !== `${secret}+${called}` || hashOf(secret) !== commitment) refuse('orderSeed', '抽签种子与事先公布的承诺不符', 'this seed is not the one that was committed before the draw')
}

const demandRuleSheet = (top: Place): void => {
  const hash = orNull(field(top, 'ruleSheet'), asText)
  const text = orNull(field(top, 'ruleSheetText'), asText)
  if (hash !== null && text !== null && hashOf(text) !== hash) refuse('ruleSheetText', '评分办法的文字与冻结时的校验码不符', 'this rule sheet is not the one that was frozen')
}

/** Refuses a file whose promises do not hold. Example: a secret changed after the commitment → orderSeed. */
export const demandPromises = (top: Place): void => {
  demandLot(top)
  demandRuleSheet(top)
}
