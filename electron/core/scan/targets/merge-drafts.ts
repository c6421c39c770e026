import type { ScanTarget } from '../../../../shared/model/scan.ts';
import type { TargetDraft } from './target-draft.ts';

export interface TargetDefaults {
  readonly user?: string | undefined;
  readonly port: number;
}

export interface MergedTargets {
  readonly targets: ScanTarget[];
  /** Lines that named a host already in the list. */
  readonly duplicates: number;
}

/** The same address behind two jump hosts is two machines: private ranges repeat between departments. */
function keyOf(draft: TargetDraft, defaults: TargetDefaults): string {
  return `${draft.host.toLowerCase()}\n${draft.port ?? defaults.port}\n${draft.jump ?? ''}`;
}

function complete(draft: TargetDraft, defaults: TargetDefaults): ScanTarget {
  return {
    host: draft.host,
    port: draft.port ?? defaults.port,
    user: draft.user ?? defaults.user ?? null,
    name: draft.name ?? null,
    departmentName: draft.departmentName ?? null,
    tag: draft.tag ?? null,
    jump: draft.jump ?? null,
    identityFile: draft.identityFile ?? null,
    ...(draft.fromBlock ? { fromBlock: true } : {}),
  };
}

/** Merges lines of the same host (the first line wins, later ones add what it left out), then fills in defaults. */
export function mergeDrafts(drafts: readonly TargetDraft[], defaults: TargetDefaults): MergedTargets {
  const byKey = new Map<string, TargetDraft>();
  for (const draft of drafts) {
    const key = keyOf(draft, defaults);
    const former = byKey.get(key);
    const { fromBlock, ...merged } = { ...draft, ...former };
    // A line of its own says that the machine exists.
    byKey.set(key, fromBlock && draft.fromBlock && (!former || former.fromBlock) ? { ...merged, fromBlock } : merged);
  }
  return { targets: [...byKey.values()].map((draft) => complete(draft, defaults)), duplicates: drafts.length - byKey.size };
}
