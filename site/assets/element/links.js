// Hears what frames say to the page around, for all elements of a page at once:
// one listener, however many there are, and none while there are none.

/** The version of the messages; those of another are not for us. */
export const version = 1;

const links = new Map(); // window of a frame → {origin, call, refused}

function hear({ source, origin, data }) {
  const link = links.get(source);
  if (link && origin === link.origin && data?.fortyeight === version) link.call();
}

function blocked({ effectiveDirective, blockedURI }) {
  if (!["frame-src", "child-src", "default-src"].includes(effectiveDirective)) return;
  for (const link of links.values()) if (blockedURI.startsWith(link.origin)) link.refused();
}

/** join listens to a frame's window until the function that is returned is called. */
export function join(frame, link) {
  if (links.size === 0) {
    addEventListener("message", hear);
    document.addEventListener("securitypolicyviolation", blocked);
  }
  links.set(frame, link);
  return () => {
    links.delete(frame);
    if (links.size > 0) return;
    removeEventListener("message", hear);
    document.removeEventListener("securitypolicyviolation", blocked);
  };
}
