import type { Certificate, CertificateFacts } from '../../../shared/model/software.ts';

const MONTHS = new Map(['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map((name, index) => [name, index + 1]));
const NAMED_BY = new Map<string, Certificate['namedBy']>([['folder', 'folder'], ['nginx', 'nginx'], ['apache', 'apache']]);
const MAX_CERTIFICATES = 60;

/** `Nov 23 12:00:00 2027 GMT` as ISO 8601; undefined for a day that does not exist. */
function readInstant(text: string): string | undefined {
  const [month = '', day = '', time = '', year = '', zone] = text.trim().split(/ +/);
  const number = MONTHS.get(month);
  if (number === undefined || zone !== 'GMT' || !/^\d{1,2}$/.test(day) || !/^\d{2}:\d{2}:\d{2}$/.test(time) || !/^\d{4}$/.test(year)) return undefined;
  const iso = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}T${time}.000Z`;
  const at = Date.parse(iso);
  return Number.isNaN(at) || new Date(at).toISOString() !== iso ? undefined : iso;
}

function readDetail(certificate: Certificate, line: string): void {
  const cut = line.indexOf('=');
  if (cut < 0) return;
  const [key, value] = [line.slice(0, cut).trim(), line.slice(cut + 1).trim()];
  const instant = key === 'notBefore' || key === 'notAfter' ? readInstant(value) : undefined;
  if (instant !== undefined && key === 'notBefore') certificate.notBefore = instant;
  if (instant !== undefined && key === 'notAfter') certificate.notAfter = instant;
  if ((key === 'subject' || key === 'issuer') && value !== '') certificate[key] = value.slice(0, 1000);
  if (key.toLowerCase() === 'sha256 fingerprint') {
    const digits = value.replaceAll(':', '').toLowerCase();
    if (/^[0-9a-f]{64}$/.test(digits)) certificate.sha256 = digits;
  }
}

export function parseCertificates(lines: readonly string[]): CertificateFacts | undefined {
  const first = lines.find((line) => line.startsWith('openssl '));
  if (first === undefined) return undefined;
  const certificates: Certificate[] = [];
  for (const line of lines) {
    if (!line.startsWith('file ')) {
      const current = certificates.at(-1);
      if (current) readDetail(current, line);
      continue;
    }
    if (certificates.length >= MAX_CERTIFICATES) break;
    const [, source = '', ...path] = line.split(' ');
    const namedBy = NAMED_BY.get(source);
    if (namedBy !== undefined && path.length > 0) certificates.push({ namedBy, path: path.join(' ').slice(0, 4000) });
  }
  return { openssl: first === 'openssl yes', certificates };
}
