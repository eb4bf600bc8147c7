// Long work in a page is done a frame at a time.

/** frame is how long a page may work before it should answer somebody, in ms. */
export const frame = 12;

/** breathe lets the browser draw and hear what people do. */
export const breathe = () => new Promise((go) => setTimeout(go));
