import type { Department } from '../../../shared/model/department.ts';
import type { ServiceSystem } from '../../../shared/model/service-system.ts';
import type { Server } from '../../../shared/model/server.ts';
import type { Sizing } from '../../../shared/model/catalogue.ts';
import type { StrategyResult } from '../../../shared/model/strategy.ts';
import type { Plan, PlanSettings } from '../../../shared/model/plan.ts';
import type { Progress, TrackingEntry, TrackingState } from '../../../shared/model/tracking.ts';
import type { HostError } from '../../../shared/model/scan.ts';

export interface ExportFlow {
  readonly fromName: string;
  readonly toName: string;
  readonly transport: string;
  readonly port: number;
  readonly processName: string | null;
  readonly connections: number;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}

export interface ExportServer extends Server {
  readonly sizing: Sizing;
  readonly flavourName: string | null;
}

export interface ExportSystem extends ServiceSystem {
  readonly departmentName: string;
  readonly serverCount: number;
  readonly vcpuCount: number;
  readonly memBytes: number;
  readonly usedStorageBytes: number;
  readonly strategy: StrategyResult;
  readonly pricePerMonthMinor: number;
  readonly trackingState: TrackingState | null;
  readonly trackedOn: string | null;
}

export interface ExportPlan {
  readonly name: string;
  readonly revision: number;
  readonly createdAt: string;
  readonly plan: Plan;
  readonly settings: PlanSettings;
  /** item id → team id → person-days, as planned. */
  readonly effortByItem: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Everything an export may say, gathered in one consistent read; plain data, so a worker can take it. */
export interface ExportDataset {
  readonly projectName: string;
  /** The instant of the read. */
  readonly asOf: string;
  readonly currency: string;
  readonly departments: readonly Department[];
  readonly systems: readonly ExportSystem[];
  readonly servers: readonly ExportServer[];
  readonly flows: readonly ExportFlow[];
  readonly plan: ExportPlan | null;
  readonly tracking: readonly TrackingEntry[];
  readonly progress: Progress | null;
  readonly scanErrors: readonly { readonly host: string; readonly name: string | null; readonly departmentName: string | null; readonly state: string; readonly finishedAt: string | null; readonly error: HostError }[];
}
