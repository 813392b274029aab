// The bridge of the Electron windows exposes nothing: desk and wall speak to the host over the same sockets as the phones.
// Should a page ever need the machine itself, that goes through the host (shell/port.ts), never through here.
export {};
