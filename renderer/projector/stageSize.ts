// The one logical stage: 1080 high, as wide as the screen's shape allows between 4:3 and 2:1, scaled once. It draws nothing.

export const STAGE_HEIGHT = 1080;
const NARROWEST = 1440;
const WIDEST = 2160;

/** No letter on the wall is smaller: 3.5 % of the height. */
export const SMALLEST = 38;

export interface StageSize {
  readonly width: number;
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** Where the stage lies in a box of that many pixels. Example: 1024×768 → width 1440, scale 0.711, no bars. */
export const stageSize = (box: { readonly width: number; readonly height: number }): StageSize => {
  const aspect = box.height > 0 ? box.width / box.height : 16 / 9;
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.round(STAGE_HEIGHT * aspect)));
  const scale = Math.min(box.width / width, box.height / STAGE_HEIGHT);
  return { width, scale, left: (box.width - width * scale) / 2, top: (box.height - STAGE_HEIGHT * scale) / 2 };
};
