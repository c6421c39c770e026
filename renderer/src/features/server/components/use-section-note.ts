import { useTranslation } from 'react-i18next';
import type { SectionName } from '../../../../../shared/model/host-facts.ts';
import type { ServerDetail } from '../lib/server-detail.ts';

/** Why a list may not be whole: said above it, nothing when the section was read as a whole. */
export function useSectionNote(detail: ServerDetail): (section: SectionName) => string | undefined {
  const { t } = useTranslation(['server', 'facts']);
  return (section) => {
    const report = detail.sections.find((one) => one.name === section);
    return report === undefined || report.state === 'complete' ? undefined : t('notRead', { state: t(`facts:state.${report.state}`) });
  };
}
