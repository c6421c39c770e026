import type { z } from 'zod';
import type { probeSheetSchema } from '../../../shared/contract/scan.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import english from '../../../shared/i18n/en/facts.json' with { type: 'json' };
import chinese from '../../../shared/i18n/zh-CN/facts.json' with { type: 'json' };
import { createTranslate, type Translate } from './translator.ts';

export type ProbeSheet = z.infer<typeof probeSheetSchema>;
type Section = ProbeSheet['sections'][number];

const NAMES: Readonly<Record<ProbeSheet['platform'], string>> = { linux: 'Linux', aix: 'AIX', solaris: 'Solaris', hpux: 'HP-UX', freebsd: 'FreeBSD', windows: 'Windows Server' };
const WORDS: Readonly<Record<Language, { readonly section: Readonly<Record<string, string>>; readonly missing: Readonly<Record<string, string>> }>> = { en: english, 'zh-CN': chinese };
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
const code = (texts: readonly string[]): string => (texts.length === 0 ? '-' : texts.map((text) => `\`${text.replaceAll('|', '\\|')}\``).join(', '));

function sectionLines({ name, seconds, bytes, commands, reads, columns }: Section, language: Language, t: Translate): string[] {
  const { section, missing } = WORDS[language];
  return [
    `### ${section[name] ?? name} (\`${name}\`)`, '',
    `- ${t('collector.budget', { seconds, kilobytes: Math.round(bytes / 1024) })}`, `- ${t('collector.programs')}: ${code(commands)}`, `- ${t('collector.reads')}: ${code(reads)}`, '',
    `| ${[t('collector.value'), t('collector.type'), t('collector.unit'), t('collector.from'), t('collector.root')].join(' | ')} |`, '|---|---|---|---|---|',
    ...columns.map((column) => `| ${[column.name, t(`collector.type.${column.type}` as 'collector.type.text'), column.unit ?? '-', cell(column.from), column.lost === null ? '-' : cell(missing[column.lost] ?? column.lost)].join(' | ')} |`), '',
  ];
}

/** What a security officer signs for one kind of system, without the script itself. */
export function collectorSheet(sheet: ProbeSheet, language: Language): string[] {
  const t = createTranslate(language);
  return [`## ${NAMES[sheet.platform]}`, '', `${t('collector.digest')}: \`${sheet.sha256}\``, '', ...sheet.sections.flatMap((section) => sectionLines(section, language, t))];
}

/** The page of all systems in Markdown, made from the declarations of the sections. */
export function collectorReference(sheets: readonly ProbeSheet[], language: Language): string {
  const t = createTranslate(language);
  return [
    `# ${t('collector.title')}`, '', '<!-- Made by `npm run docs` from agents/probes; edit the declarations there, not this file. -->', '',
    t('collector.intro'), '', t('collector.frame'), '', t('collector.placeholders'), '', t('collector.verify'), '', t('collector.sudo'), '', t('collector.origin'), '',
    ...sheets.flatMap((sheet) => collectorSheet(sheet, language)),
  ].join('\n');
}
