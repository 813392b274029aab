// The rule sheet on the wall: its sentences with the headings of their sections, and how they are cut into pages of nearly equal height.

export interface RuleLine {
  /** The heading that begins a section with this sentence. */
  readonly heading: string | null;
  readonly text: string;
  /** 1, 2, 3 … on a sheet without sections, where sentences are called by number. */
  readonly number: number | null;
}

const SECTION = /^(?:【([^】]+)】|\[([^\]]+)\] )(.*)$/;

/** Example: ['【怎么打票】每 0.5 分一档', '不设试评'] → a heading with its sentence, then a sentence; without any heading all are numbered. */
export const ruleLines = (lines: readonly string[]): readonly RuleLine[] => {
  const hasSections = lines.some((line) => SECTION.test(line));
  return lines.map((line, index) => {
    const match = SECTION.exec(line);
    return { heading: match?.[1] ?? match?.[2] ?? null, text: match?.[3] ?? line, number: hasSections ? null : index + 1 };
  });
};

/** The first line of each page when no page is higher than `most`. */
export const pageStarts = (heights: readonly number[], most: number): readonly number[] => {
  let used = 0;
  return heights.flatMap((height, index) => {
    const begins = index === 0 || used + height > most;
    used = begins ? height : used + height;
    return begins ? [index] : [];
  });
};

const STEP = 20;

/** As many pages as are needed and no more, filled evenly, so that the last is not left with one line. Example: heights 5 × 300 on 780 → pages of 2, 2, 1. */
export const evenPages = (heights: readonly number[], most: number): readonly number[] => {
  const fewest = pageStarts(heights, most);
  const whole = heights.reduce((sum, height) => sum + height, 0);
  for (let height = Math.max(STEP, whole / fewest.length); height < most; height += STEP) {
    const starts = pageStarts(heights, height);
    if (starts.length === fewest.length) return starts;
  }
  return fewest;
};
