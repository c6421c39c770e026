import en from '../../../shared/i18n/en/web.json' with { type: 'json' };
import zhCn from '../../../shared/i18n/zh-CN/web.json' with { type: 'json' };

const page = (head: string, body: string): string => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>\n`;
const style = '<style>body{font:14px/1.6 system-ui,sans-serif;margin:15vh auto;max-width:40rem;padding:0 1rem}h1{font-size:20px}</style>';

/**
 * Answers a redeemed code. A 302 would arrive at `/` without the new SameSite=Strict cookie, because the navigation was
 * begun by a file:// page; a refresh from this page is a same-site navigation.
 */
export const LAUNCHED_PAGE = page(`<meta http-equiv="refresh" content="0; url=/"><title>Landfall</title>${style}`, `<p lang="zh-CN">${zhCn.opening}</p><p lang="en">${en.opening}</p>`);

/** Fixed text: nothing of the request is repeated. */
export const SIGN_IN_PAGE = page(
  `<title>Landfall</title>${style}`,
  [zhCn, en].map((text, index) => `<section lang="${index === 0 ? 'zh-CN' : 'en'}"><h1>${text.signIn.title}</h1><p>${text.signIn.what}</p><p>${text.signIn.next}</p></section>`).join(''),
);
