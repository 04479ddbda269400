/** An address without what hosts and file systems ignore: by it two that are one to some are told. */
export function addressKey(address: string): string {
  return address.normalize('NFC').toLowerCase();
}
