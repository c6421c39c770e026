import { useTranslation } from 'react-i18next';
import type { KeyGroup } from './key-map.ts';
import { Kbd } from './kbd.tsx';
import { Columns } from './stack.tsx';

/** The keyboard map as columns of key and word. */
export function KeyTable({ groups }: { readonly groups: readonly KeyGroup[] }) {
  const { t } = useTranslation('ui');
  return (
    <Columns minWidth={230} gap={6}>
      {groups.map((group) => (
        <section key={group.group} aria-label={t(`keys.group.${group.group}`)}>
          <h3>{t(`keys.group.${group.group}`)}</h3>
          <table style={{ width: '100%' }}>
            <tbody>
              {group.keys.map((entry) => (
                <tr key={entry.action}>
                  <td style={{ padding: '3px 12px 3px 0', whiteSpace: 'nowrap' }}><Kbd keys={entry.keys} /></td>
                  <td style={{ width: '100%' }}>{t(`keys.action.${entry.action}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </Columns>
  );
}
