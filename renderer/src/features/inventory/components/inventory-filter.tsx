import { memo, useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../api/use-call.ts';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { filterProblem } from '../lib/sound-filter.ts';
import { useFormat } from '../../../ui/use-format.ts';

export interface InventoryFilterProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children?: ReactNode;
}

function InventoryFilterView({ value, onChange, children }: InventoryFilterProps) {
  const { t } = useTranslation('inventory');
  const format = useFormat();
  const [caret, setCaret] = useState(value.length);
  // The core answers one after the other: the rows are asked for first, what could stand at the caret after them.
  const asked = useDeferredValue(useMemo(() => ({ text: value, caret: Math.min(caret, value.length) }), [value, caret]));
  const answer = useCall('inventory.suggestFilter', asked, { keepPrevious: true }).data;
  const problem = filterProblem(value);
  return (
    <FilterBar
      value={value}
      onChange={onChange}
      onEdit={(_text, at) => setCaret(at)}
      placeholder={t('filterHint')}
      problem={problem === undefined ? null : { at: problem.at, reason: t(`filterProblem.${problem.reason}`) }}
      suggestions={(answer?.suggestions ?? []).map(({ insert, label, count }) => ({ insert, label, detail: count === null ? undefined : format.count(count) }))}
    >
      {children}
    </FilterBar>
  );
}

/** The filter line: suggestions for the place of the caret, the first thing not understood in red. */
export const InventoryFilter = memo(InventoryFilterView);
