import type { SessionFacts } from '../../../shared/model/session-facts.ts';
import { defined } from '../key-values.ts';
import { readCount } from '../read-number.ts';

export function parseSessions(lines: readonly string[]): SessionFacts | undefined {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const words = line.split(' ');
    const count = readCount(words.pop());
    const key = words.join(' ');
    if (count !== undefined && !counts.has(key)) counts.set(key, count);
  }
  // A machine that told of its users told of all sessions: the kinds it did not name are none.
  const users = counts.get('users');
  const sessions = (kind: string): number | undefined => counts.get(`session ${kind}`) ?? (users === undefined ? undefined : 0);
  const facts = defined({
    remote: sessions('remote'), local: sessions('local'), graphical: sessions('graphical'), other: sessions('other'), users,
    loginAccounts: counts.get('accounts'), failedUnits: counts.get('failed'), restartRequired: lines.includes('reboot-required') ? true : undefined,
  });
  return Object.keys(facts).length > 0 ? facts : undefined;
}
