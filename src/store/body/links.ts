/** The protocols that an address in a body may have. */
export const LINK_PROTOCOLS = ['http', 'https', 'mailto', 'tel', 'sms', 'xmpp', 'geo'];

// eslint-disable-next-line no-control-regex
const IGNORED = /[\u0000-\u0020\u007F-\u009F]/gu;

/** The protocol of an address as a browser sees it, in lower case; undefined where it is relative. */
export function protocolOf(address: string): string | undefined {
  const seen = address.replace(IGNORED, '');
  return /^([a-z][a-z0-9+.-]*):/iu.exec(seen)?.[1]?.toLowerCase();
}

/**
 * An address that a link may have: relative, or whole and with one of the allowed protocols; `//host/…`
 * becomes `https://host/…`. Undefined for all others.
 */
export function safeAddress(address: string): string | undefined {
  const trimmed = address.trim();
  if (trimmed === '') return undefined;
  const protocol = protocolOf(trimmed);
  if (protocol !== undefined) return leadsSomewhere(trimmed, protocol) ? trimmed : undefined;
  return /^[/\\]{2}/u.test(trimmed) ? `https://${trimmed.slice(2)}` : trimmed;
}

/** Whether a protocol is one that links may have, and the host, the number or the name is there. */
function leadsSomewhere(address: string, protocol: string): boolean {
  if (!LINK_PROTOCOLS.includes(protocol)) return false;
  return protocol.startsWith('http') ? URL.canParse(address) : /:\s*\S/u.test(address);
}

/** Whether it is a whole http or https address. */
export function webAddress(address: string): boolean {
  if (!/^https?:\/\/[^\s/]/iu.test(address)) return false;
  return URL.canParse(address);
}

/** Whether the words of a link are an address themselves, as those of a bare one are. */
export function areAddress(words: string): boolean {
  return /^(?:(?:https?:\/\/|www\.|mailto:)\S*|\S+@\S+)$/iu.test(words.trim());
}

/** Whether a picture's address leads away from the content folder. */
export function remotePicture(address: string): boolean {
  const trimmed = address.trim();
  return protocolOf(trimmed) !== undefined || /^[/\\]{2}/u.test(trimmed);
}

/** An address as an attribute carries it: spaces, quotes and the like are encoded, letters stay. */
export function encodedAddress(address: string): string {
  return address.replace(/[\s<>"`{}|\\^]/gu, encodeURIComponent);
}
