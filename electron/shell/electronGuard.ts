// What a page in an Electron window may not do: leave the host's exact origin, open windows, embed others, or be granted any permission.
import type { ContentsPart, Navigation } from './electronParts.ts';

/** True only for http pages of exactly this origin: no look-alike, no blob:, no address with a user name in front of @. */
export function isSameOrigin(address: string, allowed: string): boolean {
  const url = URL.parse(address);
  const home = URL.parse(allowed);
  if (url === null || home === null) return false;
  return url.protocol === 'http:' && url.origin === home.origin && url.username === '' && url.password === '';
}

/** `home` is asked each time, because a restarted host may have another address. */
export function guardContents(contents: ContentsPart, home: () => string): void {
  const refuseElsewhere = (event: Navigation): void => {
    if (!isSameOrigin(event.url, home())) event.preventDefault();
  };
  contents.on('will-navigate', refuseElsewhere);
  contents.on('will-frame-navigate', refuseElsewhere);
  contents.on('will-redirect', refuseElsewhere);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  contents.session.setPermissionCheckHandler(() => false);
  contents.session.setDevicePermissionHandler(() => false);
}

/** The wall and the printer take no files home; the desk may (exports). */
export function refuseDownloads(contents: ContentsPart): void {
  contents.session.on('will-download', (event) => event.preventDefault());
}
