// Before the first test that may need a browser: see to it that one is there. It never fails: launchBrowser() says what is missing.
import { ensureBrowser } from './chromium.ts';

export const setup = (): void => {
  ensureBrowser();
};
