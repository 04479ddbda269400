import { describe, expect, it } from 'vitest';
import { html, told } from './rendering-for-tests.ts';
import { putStandIns } from './stand-ins.ts';

describe('stars beside punctuation, where no space is written', () => {
  it.each([
    ['**标题：**文字', '<strong>标题：</strong>文字'],
    ['**标题：**Bitcoin 节点', '<strong>标题：</strong>Bitcoin 节点'],
    ['他说**「你好」**然后', '他说<strong>「你好」</strong>然后'],
    ['彼は*「はい」*と', '彼は<em>「はい」</em>と'],
    ['**대한민국(ROK)**은', '<strong>대한민국(ROK)</strong>은'],
    ['그는 **"예"**라고', '그는 <strong>“예”</strong>라고'],
    [
      '**[链接](/x)**和**[两](/y)**个',
      '<strong><a href="/x">链接</a></strong>和<strong><a href="/y">两</a></strong>个',
    ],
    ['用**`代码`**写', '用<strong><code>代码</code></strong>写'],
    ['~~旧：~~新', '<del>旧：</del>新'],
    ['**甲：**乙。**丙：**丁', '<strong>甲：</strong>乙。<strong>丙：</strong>丁'],
    ['*他说，**你好**啊*', '<em>他说，<strong>你好</strong>啊</em>'],
    ['**文😀**字', '<strong>文😀</strong>字'],
  ])('are read: %s', (source, expected) => {
    expect(told(source)).toEqual([]);
    expect(html(source)).toBe(`<p>${expected}</p>`);
  });

  it.each([
    ['**Title:**words', '<p>**Title:**words</p>'],
    ['甲 \\**乙：**丙', '<p>甲 **乙：**丙</p>'],
    [
      '`**甲：**乙` 和 [甲](/乙：**丙)',
      '<p><code>**甲：**乙</code> 和 <a href="/乙：**丙">甲</a></p>',
    ],
    ['甲、**乙', '<p>甲、**乙</p>'],
    ['**甲)**乙_丙_', '<p>**甲)**乙_丙_</p>'],
  ])('elsewhere stay as they are: %s', (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  it('are found in definitions, notes and attributes as well', () => {
    expect(html('[**甲：**乙]\n\n[**甲：**乙]: /x')).toBe(
      '<p><a href="/x"><strong>甲：</strong>乙</a></p>',
    );
    expect(html(':::factbox[甲：**乙]\n**甲：**乙\n:::')).toContain('甲：**乙');
  });
});

describe('stand-ins', () => {
  it('take the place of one unit each, and are not in the source', () => {
    const source = `10:30a ${String.fromCharCode(0x2e0e, 0xa000)} **标题：**文字 **(ROK)**은`;
    const { source: stoodIn, signs } = putStandIns(source);
    expect(stoodIn).toHaveLength(source.length);
    expect([...signs.values()]).toEqual([':', '：', '은']);
    for (const sign of signs.keys()) expect(source).not.toContain(sign);
    expect(stoodIn.replaceAll(/./gu, (sign) => signs.get(sign) ?? sign)).toBe(source);
  });

  it('are none where nothing needs them', () => {
    const source = '**Words:** and *more*, “**so**”\n\n* * *\n\n* **文字** 文字';
    expect(putStandIns(source)).toEqual({ source, signs: new Map() });
  });

  it('come to an end before the source is changed wrongly', () => {
    const letters = Array.from({ length: 200 }, (_, n) => String.fromCharCode(0x4e00 + n));
    const source = letters.map((letter) => `**(a)**${letter}`).join('\n\n');
    expect(html(source).match(/<strong>/gu)!.length).toBeGreaterThan(30);
    expect(html(source)).toContain(`**(a)**${letters.at(-1) ?? ''}`);
  });
});
