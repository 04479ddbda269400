import { describe, expect, it } from 'vitest';
import { messageOf, UsageError } from './usage-error.ts';

const systemError = (properties: object) => Object.assign(new Error('it says'), properties);

describe('what is told of an error', () => {
  it.each([
    [new UsageError('--at: "x" is no moment'), '--at: "x" is no moment'],
    [systemError({ code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION' }), 'it says'],
    [
      systemError({ code: 'ENOSPC', syscall: 'write' }),
      'it says\nThe disk is full: make room there.',
    ],
    [systemError({ errcode: 14 }), 'it says\nGive yourself the right to do that.'],
    [systemError({ errcode: 13 }), 'it says\nThe disk is full: make room there.'],
    [
      systemError({ code: 'EACCES', syscall: 'open' }),
      'it says\nGive yourself the right to do that.',
    ],
    ['a word', 'a word'],
  ])('is plain where its user can mend it: %s', (error, text) => {
    expect(messageOf(error)).toBe(text);
  });

  it.each([
    new TypeError('x is not a function'),
    systemError({ code: 'constructor', syscall: 'x' }),
    systemError({ code: 'EEXIST' }),
  ])('has a stack where it is a fault of the press: %s', (error) => {
    expect(messageOf(error)).toBe(error.stack);
  });
});
