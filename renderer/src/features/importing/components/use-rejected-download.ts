import { useTranslation } from 'react-i18next';
import { rejectedCsv, type ImportRow } from '../lib/mapping.ts';
import { useProblemText } from './use-problem-text.ts';

const UTF8_MARK = '\uFEFF';

/** Hands the rejected rows to the user as a CSV file that spreadsheets open with the right characters. */
export function useRejectedDownload(): (rows: readonly ImportRow[]) => void {
  const { t } = useTranslation('importing');
  const problemText = useProblemText();
  return (rows) => {
    const text = rejectedCsv(rows, { line: t('preview.line'), problems: t('preview.problems') }, problemText);
    const url = URL.createObjectURL(new Blob([UTF8_MARK, text], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'rejected-rows.csv';
    link.click();
    URL.revokeObjectURL(url);
  };
}
