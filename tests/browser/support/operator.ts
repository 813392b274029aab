// A person at the desk who counts every click, key and paste, and reads the screen by its accessible names only.
import type { Page } from 'playwright-core';

export class Operator {
  readonly page: Page;
  readonly done: string[] = [];

  constructor(page: Page) {
    this.page = page;
  }

  /** How many actions since the last call. */
  count(): number {
    return this.done.splice(0).length;
  }

  async press(name: string | RegExp, role: 'button' | 'link' | 'tab' | 'menuitem' | 'radio' | 'checkbox' = 'button'): Promise<void> {
    await this.page.getByRole(role, { name, exact: typeof name === 'string' }).first().click();
    this.done.push(`${role} ${String(name)}`);
  }

  async choose(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().click();
    this.done.push(`text ${String(text)}`);
  }

  /** A paste counts as one action. */
  async paste(label: string, text: string): Promise<void> {
    await this.page.getByLabel(label).or(this.page.getByPlaceholder(label)).first().fill(text);
    this.done.push(`paste into ${label}`);
  }

  /** Opens a list and takes one of its entries: two actions. */
  async select(label: string, option: string): Promise<void> {
    const list = this.page.getByRole('combobox', { name: label, exact: true });
    await list.click({ force: true });
    await this.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(option, { exact: true }).click();
    this.done.push(`open ${label}`, `take ${option}`);
  }

  async key(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    this.done.push(`key ${key}`);
  }

  /** Presses the one big button once it offers this step unblocked. */
  async big(action: string): Promise<void> {
    await this.page.locator(`.big-button[data-action="${action}"]:not([data-blocked]):not([disabled])`).click();
    this.done.push(`big ${action}`);
  }

  /** From an empty register to a new session: units and judges pasted from Excel, one press each for preview and import. */
  async newSession(title: string, pasted: { readonly units: readonly string[]; readonly judges: readonly string[] }): Promise<void> {
    await this.press('名册', 'link');
    await this.pasteRegister(pasted.units);
    await this.choose(/^人员/);
    await this.pasteRegister(pasted.judges);
    await this.press('首页', 'link');
    await this.press('新建场次');
    await this.paste('场次名称', title);
    await this.press('建立');
  }

  private async pasteRegister(rows: readonly string[]): Promise<void> {
    await this.press('粘贴导入');
    await this.paste('在此粘贴', rows.join('\n'));
    await this.press('预览');
    await this.press('确认导入');
  }
}
