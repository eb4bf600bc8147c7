// Runs before all scripts of a page and writes down what goes wrong in it.
globalThis.complaints = [];
addEventListener("error", (event) => complaints.push(`error: ${event.message}`));
addEventListener("unhandledrejection", ({ reason }) => complaints.push(`rejection: ${reason}`));
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => complaints.push(`the policy forbids ${blockedURI} by ${violatedDirective}`));
console.error = (...said) => complaints.push(`console.error: ${said.join(" ")}`);

/** alive are the workers that nobody has ended. */
globalThis.alive = new Set();
globalThis.Worker = class extends globalThis.Worker {
  constructor(...given) {
    super(...given);
    alive.add(this);
  }
  terminate() {
    super.terminate();
    alive.delete(this);
  }
};
