import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { problemAt, type SettingsProblem } from '../../lib/settings-problems.ts';

/** The sentence for the first problem of a field; undefined when it is sound. */
export function useProblemText(problems: readonly SettingsProblem[]): (path: string) => string | undefined {
  const { t } = useTranslation('plan');
  return useCallback(
    (path) => {
      const key = problemAt(problems, path);
      return key === undefined ? undefined : t(`problem.${key}`);
    },
    [t, problems],
  );
}
