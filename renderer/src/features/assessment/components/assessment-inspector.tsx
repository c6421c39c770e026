import { serverIdSchema } from '../../../../../shared/kernel/ids.ts';
import type { SetUrlState } from '../../../ui/use-url-state.ts';
import type { AssessmentSearch } from '../lib/assessment-search.ts';
import { SizingInspector } from './sizing-inspector.tsx';
import { useSystemAssessment } from './use-system-assessment.ts';
import { WhyInspector } from './why-inspector.tsx';

export interface AssessmentInspectorProps {
  readonly search: AssessmentSearch;
  readonly setSearch: SetUrlState<AssessmentSearch>;
  readonly currency: string;
}

/** The system or server named in the address, with the reasons of its assessment. */
export function AssessmentInspector({ search, setSearch, currency }: AssessmentInspectorProps) {
  const opened = useSystemAssessment(search.tab === 'systems' ? search.system : undefined);
  const serverId = serverIdSchema.safeParse(search.server);
  if (opened !== undefined) return <WhyInspector assessment={opened} onClose={() => setSearch({ system: undefined })} />;
  if (search.tab === 'servers' && serverId.success) return <SizingInspector serverId={serverId.data} currency={currency} onClose={() => setSearch({ server: undefined })} />;
  return null;
}
