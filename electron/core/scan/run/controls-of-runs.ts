import { AppError } from '../../../../shared/kernel/app-error.ts';
import type { ScanRunId } from '../../../../shared/kernel/ids.ts';
import type { ScanSteering } from '../../../../shared/model/scan.ts';
import type { ProjectDatabase } from '../../db/index.ts';
import { readScanSettings } from '../settings/scan-settings.ts';
import { ScanControls, type SteeringChoice } from './scan-controls.ts';
import { isRunPaused, loadPace, savePace } from './store.ts';

/** The controls of the runs that are under way in this process. */
export interface ControlsOfRuns {
  /** Runs `work` with controls of its own, set as the run was last steered. */
  during<Result>(database: ProjectDatabase, run: { readonly runId: ScanRunId; readonly ignoreQuietHours: boolean }, work: (controls: ScanControls) => Promise<Result>): Promise<Result>;
  /** Also for a run that is paused: it goes on as steered. Throws `record.not_found`. */
  steer(database: ProjectDatabase, runId: ScanRunId, choice: SteeringChoice): ScanSteering;
  /** Also for a run that is paused; undefined when the run is over. */
  steeringOf(database: ProjectDatabase, runId: ScanRunId): ScanSteering | undefined;
  /** Runs that wait look at the quiet hours anew. */
  lookAgain(): void;
}

function show(controls: Pick<ScanControls, 'concurrency' | 'handshakesPerSecond' | 'heldDepartments'>, quietUntil: Date | undefined): ScanSteering {
  const { concurrency, handshakesPerSecond, heldDepartments } = controls;
  return { concurrency, handshakesPerSecond, heldDepartments, quietUntil: quietUntil?.toISOString() ?? null };
}

export function createControlsOfRuns(now: () => Date): ControlsOfRuns {
  const active = new Map<ScanRunId, ScanControls>();
  return {
    during: async (database, { runId, ignoreQuietHours }, work) => {
      const pace = loadPace(database, runId);
      if (!pace) throw new AppError('record.not_found', { kind: 'scan-run', id: runId });
      const controls = new ScanControls({ ...pace, now, quietHours: () => (ignoreQuietHours ? [] : readScanSettings(database).quietHours) });
      active.set(runId, controls);
      try {
        return await work(controls);
      } finally {
        active.delete(runId);
      }
    },
    steer: (database, runId, choice) => {
      const before = loadPace(database, runId);
      if (!before) throw new AppError('record.not_found', { kind: 'scan-run', id: runId });
      const pace = { concurrency: choice.concurrency ?? before.concurrency, handshakesPerSecond: choice.handshakesPerSecond ?? before.handshakesPerSecond, heldDepartments: [...(choice.heldDepartments ?? before.heldDepartments)] };
      database.note(() => savePace(database, runId, pace));
      const controls = active.get(runId);
      controls?.steer(choice);
      return show(pace, controls?.quietUntil());
    },
    steeringOf: (database, runId) => {
      const controls = active.get(runId);
      if (controls) return show(controls, controls.quietUntil());
      const pace = isRunPaused(database, runId) ? loadPace(database, runId) : undefined;
      return pace && show(pace, undefined);
    },
    lookAgain: () => {
      for (const controls of active.values()) controls.steer({});
    },
  };
}
