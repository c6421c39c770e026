import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/use-format.ts';
import type { MachineWords } from '../lib/machine-row.ts';

export function useMachineWords(): MachineWords {
  const { t } = useTranslation('server');
  const format = useFormat();
  return {
    bytes: format.bytes,
    count: format.count,
    chassis: (chassis) => t(`machine.chassisKind.${chassis}`),
    serial: (serial) => t('machine.serial', { serial }),
    free: (size) => t('machine.free', { size }),
    paths: (running, paths) => t('machine.paths', { running: format.count(running), paths: format.count(paths) }),
    members: (working, wanted) => t('machine.members', { working: format.count(working), wanted: format.count(wanted) }),
    slots: (used, slots) => t('machine.slotsUsed', { used: format.count(used), slots: format.count(slots) }),
    atMost: (size) => t('machine.atMost', { size }),
    addable: (threads) => t('machine.addable', { threads: format.count(threads) }),
    rules: (rules, chains) => t('machine.ruleCount', { rules: format.count(rules), chains: format.count(chains) }),
    none: () => t('machine.noneOn'),
    yesNo: (yes) => (yes ? t('machine.yes') : t('machine.no')),
  };
}
