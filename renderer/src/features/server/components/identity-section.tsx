import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { SimpleTable } from '../../../ui/simple-table.tsx';
import { Stack } from '../../../ui/stack.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import type { ServerDetail } from '../lib/server-detail.ts';

/** By which names and places this server is known, why they are one machine, and what it shares with others. */
export function IdentitySection({ detail }: { readonly detail: ServerDetail }) {
  const { t } = useTranslation('server');
  const format = useFormat();
  const [asked, setAsked] = useState<string>();
  const split = useCommand('inventory.splitServer');
  const rejoin = useCommand('inventory.rejoinServer');
  const { sightings, findings, keptApart } = detail.identity;
  const serverId = detail.server.id;
  const canSplit = new Set(sightings.map((sighting) => sighting.place)).size > 1;
  const reasons = (sighting: (typeof sightings)[number]): string => sighting.because.map(({ kind, weight }) => `${t(`known.kind.${kind}`)} ${weight > 0 ? '+' : ''}${String(weight)}`).join(', ');
  const splitOff = (): void => {
    if (asked !== undefined) split.mutate({ serverId, place: asked }, { onSettled: () => setAsked(undefined) });
  };
  return (
    <Stack gap={2}>
      {findings.map((finding) => (
        <Notice key={`${finding.kind} ${finding.value}`} tone="warning" title={t(`known.finding.${finding.kind}`)}>
          <p className="muted">{t('known.sharedWith', { count: finding.count, value: finding.value, servers: finding.servers.map((server) => server.hostname).join(', ') })}</p>
        </Notice>
      ))}
      <Section title={t('known.title')} actions={keptApart.length === 0 ? undefined : <Button size="small" loading={rejoin.isPending} onClick={() => rejoin.mutate({ serverId })}>{t('known.rejoin')}</Button>}>
        {sightings.length === 0 ? <p className="muted">{t('known.none')}</p> : (
          <SimpleTable
            label={t('known.title')}
            rows={sightings}
            keyOf={(sighting, index) => `${sighting.place} ${String(index)}`}
            columns={[
              { key: 'name', title: t('known.name'), cell: (sighting) => sighting.hostname },
              { key: 'place', title: t('known.place'), cell: (sighting) => sighting.place.trim() },
              { key: 'addresses', title: t('known.addresses'), cell: (sighting) => sighting.addresses.join(', ') || '-' },
              { key: 'seen', title: t('known.lastSeen'), cell: (sighting) => format.instant(sighting.lastSeenAt) },
              { key: 'because', title: t('known.because'), cell: (sighting) => reasons(sighting) || '-' },
              { key: 'split', title: t('known.split'), cell: (sighting) => (canSplit ? <Button size="small" variant="quiet" onClick={() => setAsked(sighting.place)}>{t('known.split')}</Button> : null) },
            ]}
          />
        )}
      </Section>
      <ConfirmDialog opened={asked !== undefined} title={t('known.splitTitle', { place: asked?.trim() ?? '' })} confirmLabel={t('known.split')} busy={split.isPending} onCancel={() => setAsked(undefined)} onConfirm={splitOff}>
        {t('known.splitText')}
      </ConfirmDialog>
    </Stack>
  );
}
