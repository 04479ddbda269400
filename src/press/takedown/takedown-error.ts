/** What stands against taking a story down; nothing was changed. */
export class TakedownError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TakedownError';
  }
}
