import { useTranslation } from 'react-i18next';
import { useCall } from '../../../api/use-call.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Row, Stack } from '../../../ui/stack.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { useFormat } from '../../../ui/use-format.ts';
import { useUrlState } from '../../../ui/use-url-state.ts';
import { CatalogueActions } from '../components/catalogue-actions.tsx';
import { FlavoursTable } from '../components/flavours-table.tsx';
import { PolicyForm } from '../components/policy-form.tsx';
import { ServiceMatrixTable } from '../components/service-matrix-table.tsx';
import { CATALOGUE_TABS, CATALOGUE_URL, type CatalogueTab } from '../lib/catalogue-search.ts';

/** What the government cloud offers, and how sizes are chosen from it. */
export function CataloguePage() {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const [search, setSearch] = useUrlState(CATALOGUE_URL);
  const answer = useCall('catalogue.get', {});
  const { catalogue, policy, sample } = answer.data ?? {};
  const counts: Partial<Record<CatalogueTab, number>> = catalogue === undefined ? {} : { flavours: catalogue.flavours.length, services: catalogue.services.length };
  return (
    <Page
      title={t('title')}
      scope={catalogue === undefined ? undefined : `${t('scope', { name: catalogue.name, version: catalogue.version })} · ${catalogue.validTo === null ? t('validityOpen', { from: catalogue.validFrom }) : t('validity', { from: catalogue.validFrom, to: catalogue.validTo })}`}
      layout={search.tab === 'flavours' ? 'fill' : 'scroll'}
      toolbar={<CatalogueActions sample={sample ?? true} />}
      bar={
        <Stack gap={2}>
          {sample === true ? <Notice tone="info" title={t('sample')}><p className="muted">{t('sampleText')}</p></Notice> : null}
          <Row justify="space-between" wrap>
            <Tabs label={t('title')} value={search.tab} onChange={(tab) => setSearch({ tab })} items={CATALOGUE_TABS.map((key) => ({ key, label: t(`tabs.${key}`), count: counts[key] === undefined ? undefined : format.count(counts[key]) }))} />
            {search.tab === 'flavours' && catalogue !== undefined ? (
              <Row gap={3}>
                <span className="muted">{t('storage', { price: format.money(catalogue.storagePerGibMonthMinor, catalogue.currency) })}</span>
                <SearchField label={t('flavour.filter')} value={search.text} onChange={(text) => setSearch({ text }, 'replace')} />
              </Row>
            ) : null}
          </Row>
        </Stack>
      }
    >
      {answer.error !== null ? <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        : catalogue === undefined || policy === undefined ? <LoadingState lines={12} />
        : search.tab === 'policy' ? <PolicyForm stored={policy} />
        : search.tab === 'services' ? <ServiceMatrixTable catalogue={catalogue} />
        : <FlavoursTable catalogue={catalogue} text={search.text} />}
    </Page>
  );
}
