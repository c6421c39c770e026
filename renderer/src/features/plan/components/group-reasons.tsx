import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../../../shared/model/plan.ts';
import type { PlanView } from '../lib/plan-view.ts';

/** Why the systems of a move group belong together, one sentence per reason. */
export function GroupReasons({ view, group }: { readonly view: PlanView; readonly group: Plan['groups'][number] }) {
  const { t } = useTranslation('plan');
  const nameOf = (itemId: string): string => view.items.find((item) => item.id === itemId)?.name ?? itemId;
  return (
    <ul style={{ margin: 0, paddingInlineStart: 16 }}>
      {group.reasons.map((reason, index) => (
        <li key={index}>{reason.kind === 'single' ? t('why.single', { name: reason.itemIds.map(nameOf).join(', ') }) : t(`why.${reason.kind}`, { names: reason.itemIds.map(nameOf).join(', ') })}</li>
      ))}
    </ul>
  );
}
