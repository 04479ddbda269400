import { describe, expect, it } from 'vitest';
import { appeal } from './appeal.ts';

describe('the support of a message', () => {
  it('has only what the message says, so that the rest is the publication’s', () => {
    const { support } = appeal.parse({ title: 'Dear readers', support: { currency: 'EUR' } });
    expect(support).toEqual({ currency: 'EUR' });
  });
});
