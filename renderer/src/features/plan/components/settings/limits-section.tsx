import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../../ui/fields/number-field.tsx';
import { Section } from '../../../../ui/section.tsx';
import { Row } from '../../../../ui/stack.tsx';
import type { SettingsSectionProps } from './section-props.ts';
import { useProblemText } from './use-problem-text.ts';

const LIMITS = ['maxSystemsPerWave', 'maxSystemsPerDepartmentPerWave', 'maxServersPerGroup', 'pilotSystems'] as const;

/** How much may happen at once. */
export function LimitsSection({ settings, problems, onChange }: SettingsSectionProps) {
  const { t } = useTranslation('plan');
  const problem = useProblemText(problems);
  return (
    <Section title={t('settings.limits')}>
      <Row gap={3} align="flex-end" wrap>
        {LIMITS.map((limit) => (
          <NumberField key={limit} label={t(`settings.${limit}`)} value={settings[limit]} width={250} min={1} max={100_000} onChange={(value) => (value === null ? undefined : onChange({ [limit]: value }))} error={problem(limit)} />
        ))}
      </Row>
    </Section>
  );
}
