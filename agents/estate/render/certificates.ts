import { hexOf, type HostView } from '../host-view.ts';

const DAY_SECONDS = 86_400;
/** Certificates of the city were made out over the year before this day. */
const ISSUED_BEFORE_SECONDS = Date.UTC(2026, 8, 1) / 1000;
const FOLDERS = new Map([['nginx', '/etc/nginx/ssl'], ['apache', '/etc/pki/tls/certs']]);

/** agents/probes/certificates: one certificate on each web server, valid for a year. */
export function renderCertificates({ server }: HostView): string[] {
  const folder = FOLDERS.get(server.software);
  if (folder === undefined) return ['openssl yes'];
  const issued = ISSUED_BEFORE_SECONDS - (Number.parseInt(hexOf(server, 'certificate-day', 4), 16) % 365) * DAY_SECONDS;
  const fingerprint = hexOf(server, 'certificate', 64).toUpperCase().match(/../g)?.join(':') ?? '';
  return [
    'openssl yes', `file ${server.software} ${folder}/${server.hostname}.crt`, `notBefore=${opensslDate(issued)}`, `notAfter=${opensslDate(issued + 365 * DAY_SECONDS)}`,
    `subject=CN=${server.hostname}.city.example,O=City,C=CN`, 'issuer=CN=City Government Issuing CA 2,O=City,C=CN', `sha256 Fingerprint=${fingerprint}`,
  ];
}

/** `Sep  1 00:00:00 2026 GMT` */
function opensslDate(seconds: number): string {
  const [, day = '', month = '', year = '', time = ''] = new Date(seconds * 1000).toUTCString().split(' ');
  return `${month} ${String(Number(day)).padStart(2, ' ')} ${time} ${year} GMT`;
}
