import { knownRows, told, type MachineFacts, type MachineRow, type MachineWords } from './machine-row.ts';

export type ProtectionKey = 'remote' | 'local' | 'graphical' | 'accounts' | 'failedUnits' | 'restart' | 'services' | 'rules' | 'selinux' | 'apparmor';
type Chains = NonNullable<NonNullable<MachineFacts['firewall']>['chains']>;

/** `nft: 12 rules in 4 chains`, one text per tool. */
function ruleTexts(chains: Chains | undefined, words: MachineWords): string[] {
  const tools = Map.groupBy(chains ?? [], ({ tool }) => tool);
  return [...tools].map(([tool, its]) => `${tool}: ${words.rules(its.reduce((sum, { rules }) => sum + rules, 0), its.length)}`);
}

/** Who is on the machine, in counts, and what guards it. */
export function protectionRows({ sessions, firewall }: Pick<MachineFacts, 'sessions' | 'firewall'>, words: MachineWords): MachineRow<ProtectionKey>[] {
  const count = (value: number | undefined): (string | undefined)[] => [told(value, words.count)];
  return knownRows<ProtectionKey>([
    ['remote', count(sessions?.remote)], ['local', count(sessions?.local)], ['graphical', count(sessions?.graphical)], ['accounts', count(sessions?.loginAccounts)],
    ['failedUnits', count(sessions?.failedUnits)],
    ['restart', [told(sessions?.restartRequired, words.yesNo)]],
    ['services', firewall?.services?.length === 0 ? [words.none()] : firewall?.services?.map(({ name, state }) => `${name}: ${state}`)],
    ['rules', ruleTexts(firewall?.chains, words)],
    ['selinux', [firewall?.selinux]],
    ['apparmor', [told(firewall?.apparmor, words.yesNo)]],
  ]);
}
