/** The runs this process is working on; a run that is `running` in the file and not here was cut off. */
export interface ActiveRuns {
  has(runId: string): boolean;
  during<Result>(runId: string, work: () => Promise<Result>): Promise<Result>;
}

export function createActiveRuns(): ActiveRuns {
  const active = new Set<string>();
  return {
    has: (runId) => active.has(runId),
    during: async (runId, work) => {
      active.add(runId);
      try {
        return await work();
      } finally {
        active.delete(runId);
      }
    },
  };
}
