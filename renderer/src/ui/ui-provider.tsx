import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './tokens.css';
import './base.css';
import './mantine-tokens.css';
import 'dayjs/locale/zh-cn';
import { MantineProvider, useMantineColorScheme } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { useEffect, type ReactNode } from 'react';
import { theme } from './theme.ts';
import { useLanguage } from './use-language.ts';

export interface UiProviderProps {
  readonly colours: 'light' | 'dark' | 'system';
  readonly density: 'compact' | 'comfortable';
  readonly children: ReactNode;
}

/** Theme, density, dates and toasts for the tree below. */
export function UiProvider({ colours, density, children }: UiProviderProps) {
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.dataset['density'] = density;
    document.documentElement.lang = language;
  }, [density, language]);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <ColourScheme colours={colours} />
      <DatesProvider settings={{ locale: language === 'zh-CN' ? 'zh-cn' : 'en', firstDayOfWeek: 1, consistentWeeks: true }}>
        <Notifications position="bottom-right" limit={4} />
        {children}
      </DatesProvider>
    </MantineProvider>
  );
}

function ColourScheme({ colours }: { readonly colours: UiProviderProps['colours'] }) {
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(colours === 'system' ? 'auto' : colours), [colours, setColorScheme]);
  return null;
}
