// The store's name, for the service worker, which fills it, and for pages, which
// may remove it.
export const store = "fortyeight";
