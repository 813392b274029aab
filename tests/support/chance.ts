// A seeded stream of numbers in [0, 1), so that a random test can be run again with the seed it printed (mulberry32).

export type Chance = () => number

export const seeded = (seed: number): Chance => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from 0 to below `count`. */
export const below = (chance: Chance, count: number): number => Math.floor(chance() * count)
