// What a clerk's or supervisor's station is sent: its own name and what the desk has given it, never another station's work.
import type { StationView } from '../../../shared/contract/station.ts';
import type { ViewContext } from './context.ts';
import { batchesOf } from './paperViews.ts';
import { batchRow } from './sessionViews.ts';

interface AtStation { readonly meeting: string; readonly subject: string }

/** Null when the viewer is no station, or one that was removed. */
export const stationView = (context: ViewContext, _params: Readonly<Record<string, string>>, viewer: AtStation): StationView | null => {
  const meeting = context.state.meeting.meetings[viewer.meeting];
  const station = meeting?.stations[viewer.subject];
  if (meeting === undefined || station === undefined || station.removed) return null;
  return {
    station: station.seat, name: context.read(station.name), role: station.role, meeting: meeting.id, title: context.read(meeting.title),
    marking: context.settings.marking, sample: context.sample,
    batches: batchesOf(context, viewer).map(({ session, batch, pass }) => {
      const row = batchRow(batch);
      return { session: session.id, batch: batch.batch, title: context.read(session.title), panel: session.rules.panels.find((panel) => panel.id === batch.panel)?.name ?? '', sheets: row.sheets, contestants: row.contestants, pass, done: pass === 1 ? row.keyed : pass === 2 && session.rules.paperCheck === 'secondEntry' ? row.secondKeyed : row.settled, differing: row.differing, check: session.rules.paperCheck };
    }),
  };
};
