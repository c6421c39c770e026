import type { SectionDeclaration } from '../section-declaration.ts';
import { parseCertificates } from './parse.ts';
import script from './collect.sh?raw';

export const certificatesSection: SectionDeclaration = {
  name: 'certificates',
  costRank: 4,
  seconds: 8,
  bytes: 65_536,
  programs: [{ words: 'grep -h -i -E {text} {files}' }, { words: 'awk {text}' }, { words: 'ls -lLd {files}' }, { words: 'openssl x509 -in {files} -noout -dates -subject -issuer -fingerprint -sha256 -nameopt RFC2253' }],
  reads: ['/etc/nginx', '/usr/local/nginx/conf', '/etc/httpd', '/etc/apache2', '/etc/pki/tls/certs', '/etc/ssl', '/etc/letsencrypt/live', '/etc/letsencrypt/archive'],
  columns: [
    { name: 'openssl', type: 'boolean', from: 'command -v openssl' },
    { name: 'certificates.path', type: 'text', from: 'ssl_certificate; SSLCertificateFile; *.crt *.cer *.cert cert*.pem fullchain*.pem' },
    { name: 'certificates.notBefore', type: 'instant', from: 'openssl x509 -dates' },
    { name: 'certificates.notAfter', type: 'instant', from: 'openssl x509 -dates' },
    { name: 'certificates.subject', type: 'text', from: 'openssl x509 -subject' },
    { name: 'certificates.issuer', type: 'text', from: 'openssl x509 -issuer' },
    { name: 'certificates.sha256', type: 'text', from: 'openssl x509 -fingerprint -sha256' },
  ],
  fact: 'certificates',
  mayBeAbsent: true,
  read: (lines) => ({ certificates: parseCertificates(lines) }),
  script,
};
