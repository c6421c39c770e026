/** When this process began, as an ISO instant: with the pid it names a process for good. */
export function processStartedAt(now: Date): string {
  return new Date(now.getTime() - Math.round(process.uptime() * 1000)).toISOString();
}
