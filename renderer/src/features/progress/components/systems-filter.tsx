import { useTranslation } from 'react-i18next';
import { TRACKING_STATES } from '../../../../../shared/model/tracking.ts';
import { MultiSelectField } from '../../../ui/fields/multi-select-field.tsx';
import { OptionalSelectField } from '../../../ui/fields/select-field.tsx';
import { SwitchField } from '../../../ui/fields/switch-field.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Row } from '../../../ui/stack.tsx';
import type { SetUrlState } from '../../../ui/use-url-state.ts';
import type { ProgressSearch } from '../lib/progress-search.ts';

export interface SystemsFilterProps {
  readonly search: ProgressSearch;
  readonly setSearch: SetUrlState<ProgressSearch>;
  readonly waveCount: number;
}

/** Words, states, wave, late only. */
export function SystemsFilter({ search, setSearch, waveCount }: SystemsFilterProps) {
  const { t } = useTranslation(['progress', 'exports']);
  const waves = Array.from({ length: waveCount }, (_unused, index) => ({ value: String(index + 1), label: t('systems.waveOption', { index: index + 1 }) }));
  return (
    <Row gap={3} align="flex-end" wrap>
      <SearchField label={t('systems.search')} value={search.text} onChange={(text) => setSearch({ text }, 'replace')} />
      <MultiSelectField label={t('systems.states')} value={search.states} width={300} placeholder={t('systems.allStates')} choices={TRACKING_STATES.map((state) => ({ value: state, label: t(`exports:trackingState.${state}`) }))} onChange={(states) => setSearch({ states }, 'replace')} />
      <OptionalSelectField label={t('systems.wave')} value={search.wave === undefined ? null : String(search.wave)} width={160} placeholder={t('systems.allWaves')} choices={waves} onChange={(wave) => setSearch({ wave: wave === null ? undefined : Number(wave) }, 'replace')} />
      <SwitchField label={t('systems.lateOnly')} value={search.late} onChange={(late) => setSearch({ late }, 'replace')} />
    </Row>
  );
}
