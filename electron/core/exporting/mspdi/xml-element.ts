import { safeText } from '../safe-text.ts';

export type XmlContent = string | number | readonly XmlElement[];

/** One element: its name and text or children, in the order the schema demands. */
export type XmlElement = readonly [name: string, content: XmlContent];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

export function escapeXml(text: string): string {
  return safeText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Names are our own constants; only contents come from data. */
export function renderXml([name, content]: XmlElement, attributes = ''): string {
  const inner = Array.isArray(content) ? content.map((child) => renderXml(child)).join('') : escapeXml(String(content));
  return `<${name}${attributes}>${inner}</${name}>`;
}
