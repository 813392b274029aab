// The picture of one scene, and what every scene's component is given.
import type { Picture } from '../../../shared/meeting/views.ts';
import type { WallWords } from '../../../shared/text/zh/wall.ts';

export type PictureOf<S extends Picture['scene']> = Extract<Picture, { scene: S }>;
export interface SceneProps<S extends Picture['scene']> {
  readonly picture: PictureOf<S>;
  readonly words: WallWords;
}
