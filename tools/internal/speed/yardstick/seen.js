// Marks a time in a page of the yardstick, as watch.js does in those of the site.
export function seen(name) {
  marks[name] ??= performance.now();
}
