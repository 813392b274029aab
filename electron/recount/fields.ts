// Reading unknown JSON one field at a time. A field that is missing or of another kind is refused with its path; nothing is repaired or guessed.
import { parseDecimal } from './fraction.ts'
import type { Fraction } from './fraction.ts'

/** A file that cannot be counted: where in it, and what is wrong there, in Chinese and in English. */
export class FileRefused extends Error {
  readonly path: string
  readonly chinese: string
  readonly english: string

  constructor(path: string, problem: { readonly chinese: string; readonly english: string }) {
    super(`${path}: ${problem.english}`)
    this.name = 'FileRefused'
    this.path = path
    this.chinese = problem.chinese
    this.english = problem.english
  }
}

/** A value together with where it stands in the file. */
export interface Place {
  readonly value: unknown
  readonly path: string
}

export const refuse = (path: string, chinese: string, english: string): never => {
  throw new FileRefused(path, { chinese, english })
}

const stepInto = (path: string, key: string): string => {
  const step = /^[\w-]+$/.test(key) ? key : JSON.stringify(key)
  return path === '' ? step : `${path}.${step}`
}

type JsonObject = Readonly<Record<string, unknown>>

const isJsonObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

const asRecord = ({ value, path }: Place): JsonObject => {
  if (isJsonObject(value)) return value
  return refuse(path === '' ? '(file)' : path, '这里应是一个对象', 'an object is expected here')
}

export const entries = (place: Place): readonly (readonly [string, Place])[] =>
  Object.entries(asRecord(place)).map(([key, value]) => [key, { value, path: stepInto(place.path, key) }])

export const field = (place: Place, key: string): Place => {
  const record = asRecord(place)
  const path = stepInto(place.path, key)
  if (!Object.hasOwn(record, key)) return refuse(path, '缺少此项', 'this field is missing')
  return { value: record[key], path }
}

/** Fields that belong to the format but take no part in the count: they must be there, their content is not read. */
export const demandPresence = (place: Place, keys: readonly string[]): void => {
  for (const key of keys) field(place, key)
}

/** Inside the rules an unknown field might be a rule this count does not know, so it stops the count. */
export const refuseOthers = (place: Place, known: readonly string[]): void => {
  for (const [key, inner] of entries(place)) {
    if (!known.includes(key)) refuse(inner.path, '这一版格式没有此项规则', 'this version of the format has no such rule')
  }
}

export const items = ({ value, path }: Place): readonly Place[] => {
  if (!Array.isArray(value)) return refuse(path, '这里应是一个列表', 'a list is expected here')
  return value.map((item: unknown, index) => ({ value: item, path: `${path}[${index}]` }))
}

export const asText = ({ value, path }: Place): string =>
  typeof value === 'string' ? value : refuse(path, '这里应是文字', 'a text is expected here')

export const asId = (place: Place): string => {
  const id = asText(place)
  return id === '' ? refuse(place.path, '编号不能为空', 'an id cannot be empty') : id
}

export const asFlag = ({ value, path }: Place): boolean =>
  typeof value === 'boolean' ? value : refuse(path, '这里应是 true 或 false', 'true or false is expected here')

export const asCount = ({ value, path }: Place, most: number): number => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most) return value
  return refuse(path, `这里应是 0 到 ${most} 的整数`, `a whole number from 0 to ${most} is expected here`)
}

export const asDecimal = (place: Place): Fraction => {
  const parsed = typeof place.value === 'string' ? parseDecimal(place.value) : null
  return parsed ?? refuse(place.path, '这里应是十进制数字的文字，如 "28.5"', 'a decimal number in quotes is expected here, such as "28.5"')
}

/** A value that may be null, read by `read` when it is not. */
export const orNull = <Value>(place: Place, read: (place: Place) => Value): Value | null => (place.value === null ? null : read(place))

export const asOneOf = <Choice extends string>({ value, path }: Place, choices: readonly Choice[]): Choice => {
  const chosen = choices.find((choice) => choice === value)
  return chosen ?? refuse(path, `这里应是 ${choices.join(' / ')} 之一`, `one of ${choices.join(', ')} is expected here`)
}

/** An id that must stand in a list read before. */
export const asKnown = (place: Place, known: ReadonlySet<string>): string => {
  const id = asId(place)
  return known.has(id) ? id : refuse(place.path, `没有编号为 ${id} 的条目`, `nothing in this file bears the id ${id}`)
}

/** Refuses the second place that carries the same id; gives the set of all. */
export const onlyOnce = (places: readonly Place[]): ReadonlySet<string> => {
  const seen = new Set<string>()
  for (const place of places) {
    const id = asId(place)
    if (seen.has(id)) refuse(place.path, `${id} 出现了两次`, `${id} stands here a second time`)
    seen.add(id)
  }
  return seen
}
