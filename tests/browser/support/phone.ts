// A judge's phone in a browser test: reads its words, types its marks, knows its receipts. Words only, no selectors of the page's making.
import type { Page } from 'playwright-core';

/** The five marks of the default rubric (30/20/20/25/5) that add up to a total between 76 and 95. */
export const marksFor = (total: number): readonly string[] => {
  const rest = total - 76;
  const [first, second, third, fourth, fifth] = [22, 18, 16, 16, 4];
  const onFourth = Math.min(rest, 25 - fourth);
  const onFirst = Math.min(rest - onFourth, 30 - first);
  const onThird = rest - onFourth - onFirst;
  return [first + onFirst, second, third + onThird, fourth + onFourth, fifth].map(String);
};

export class Phone {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Says yes to "您是 … 同志吗？". */
  async confirm(name: string): Promise<void> {
    await this.page.getByText(name).first().waitFor();
    await this.page.getByRole('button', { name: '是，进入评分' }).click();
  }

  /** Opens the contestant's sheet from wherever the page stands. */
  async open(contestant: string): Promise<void> {
    const next = this.page.getByRole('button', { name: `给 ${contestant} 打分` });
    const row = this.page.getByRole('button', { name: new RegExp(`${contestant}.*(打分|继续|查看)?`) });
    await next.or(row).first().click();
    await this.page.getByRole('spinbutton').first().waitFor();
  }

  async type(total: number): Promise<void> {
    for (const [at, mark] of marksFor(total).entries()) {
      const field = this.page.getByRole('spinbutton').nth(at);
      await field.focus();
      await this.page.keyboard.press('Delete');
      await this.page.keyboard.type(mark);
    }
  }

  async submit(contestant: string, total: number): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`给 ${contestant} (提交|改为) ${total} 分`) }).click();
  }

  async receipted(): Promise<string> {
    const words = this.page.getByText(/已收到 \d\d:\d\d:\d\d · 回执 [0-9A-F]{4}/).first();
    await words.waitFor();
    return (await words.textContent()) ?? '';
  }

  async score(contestant: string, total: number): Promise<string> {
    await this.open(contestant);
    await this.type(total);
    await this.submit(contestant, total);
    return this.receipted();
  }
}
