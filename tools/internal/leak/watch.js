// Writes down all that is said by the page or worker that this runs in before
// anything else. Each record: {way, by, where, data, use}.
(() => {
  const marker = "fortyeightLeak";
  const inPage = typeof document !== "undefined";
  const binding = globalThis[marker];
  const reply = inPage ? null : globalThis.postMessage?.bind(globalThis);
  delete globalThis[marker];
  const { apply, construct } = Reflect;
  const { stringify } = JSON;
  const blobs = new WeakMap(); // Blob or Response → what it holds
  const addresses = new Map(); // address of a blob → what it holds

  const tell = (record) => (inPage ? binding?.(stringify(record)) : reply?.({ [marker]: record }));

  const bytes = (view) => Array.from(view, (one) => String.fromCharCode(one)).join("");

  /** text gives all the text within a value. */
  function text(value, depth = 0) {
    if (value === null || value === undefined || depth > 6) return "";
    if (typeof value !== "object") return typeof value === "function" ? "" : String(value);
    if (value instanceof ArrayBuffer) return bytes(new Uint8Array(value));
    if (ArrayBuffer.isView(value)) return bytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    if (blobs.has(value)) return blobs.get(value);
    if (globalThis.URLSearchParams && value instanceof URLSearchParams) return String(value);
    if (globalThis.URL && value instanceof URL) return value.href;
    if (globalThis.Request && value instanceof Request) return value.url + text(value.headers, depth + 1);
    if (value instanceof Error) return `${value.message} ${value.stack} ${text(value.cause, depth + 1)}`;
    if (typeof value[Symbol.iterator] === "function") return Array.from(value, (one) => text(one, depth + 1)).join(" ");
    if (inPage && value instanceof Node) return value.textContent;
    let all = "";
    for (const name in value) {
      try {
        all += `${name} ${text(value[name], depth + 1)} `;
      } catch {}
    }
    return all;
  }

  function heard(way, by, data, use = true) {
    try {
      tell({ way, by, where: location.href.split("#")[0], data: data.map((one) => text(one)), use });
    } catch {}
  }

  /** calls watches a function. read chooses what to write down, or nothing. */
  function calls(owner, name, way, { use = true, read = (args) => args } = {}) {
    const real = owner?.[name];
    if (typeof real !== "function") return;
    const watched = new Proxy(real, {
      apply(target, self, args) {
        const data = read(args, self);
        if (data) heard(way, name, data, use);
        return apply(target, self, args);
      },
      construct(target, args, made) {
        const data = read(args);
        if (data) heard(way, `new ${name}`, data, use);
        return construct(target, args, made);
      },
    });
    Object.defineProperty(owner, name, { ...Object.getOwnPropertyDescriptor(owner, name), value: watched });
  }

  /** sets watches what is assigned to a property. */
  function sets(owner, name, way, use = true) {
    const real = owner && Object.getOwnPropertyDescriptor(owner, name);
    if (!real?.set || !real.configurable) return;
    Object.defineProperty(owner, name, {
      ...real,
      set(value) {
        heard(way, `.${name}`, [value], use);
        apply(real.set, this, [value]);
      },
    });
  }

  const type = (name) => globalThis[name]?.prototype;

  // What these hold is known when they are made.
  for (const name of ["Blob", "File", "Response"]) {
    if (!globalThis[name]) continue;
    globalThis[name] = new Proxy(globalThis[name], {
      construct(target, args, made) {
        const blob = construct(target, args, made === globalThis[name] ? target : made);
        blobs.set(blob, `${text(args[0])} ${text(args[1])}`);
        return blob;
      },
    });
  }
  if (globalThis.URL?.createObjectURL) {
    URL.createObjectURL = new Proxy(URL.createObjectURL, {
      apply(target, self, args) {
        const address = apply(target, self, args);
        addresses.set(address, text(args[0]));
        return address;
      },
    });
  }

  // --- requests, beacons, sockets, peers ---
  // That something was asked for the browser tells, with its whole address; what
  // a page had in mind is seen here.
  const seen = { use: false };
  calls(globalThis, "fetch", "request", seen);
  calls(globalThis, "fetchLater", "request");
  calls(globalThis, "Request", "request", seen);
  for (const name of ["open", "send", "setRequestHeader"]) calls(type("XMLHttpRequest"), name, "request", seen);
  calls(globalThis, "importScripts", "load", seen);
  calls(type("Navigator"), "sendBeacon", "beacon");
  for (const name of ["WebSocket", "WebSocketStream", "EventSource", "WebTransport"]) calls(globalThis, name, "socket");
  calls(type("WebSocket"), "send", "socket");
  calls(globalThis, "RTCPeerConnection", "peer");
  for (const name of ["createDataChannel", "setConfiguration", "setLocalDescription", "setRemoteDescription", "addIceCandidate"]) calls(type("RTCPeerConnection"), name, "peer");
  calls(type("RTCDataChannel"), "send", "peer");

  // --- storage ---
  calls(type("Storage"), "setItem", "storage");
  calls(type("IDBFactory"), "open", "storage");
  calls(type("IDBDatabase"), "createObjectStore", "storage");
  for (const name of ["add", "put"]) calls(type("IDBObjectStore"), name, "storage");
  for (const name of ["put", "add", "addAll"]) calls(type("Cache"), name, "storage", seen);
  calls(type("CacheStorage"), "open", "storage", seen);
  calls(type("CookieStore"), "set", "storage");
  sets(type("Document"), "cookie", "storage");
  calls(type("StorageManager"), "getDirectory", "storage");
  for (const name of ["getFileHandle", "getDirectoryHandle"]) calls(type("FileSystemDirectoryHandle"), name, "storage");
  calls(type("FileSystemWritableFileStream"), "write", "storage");
  calls(type("FileSystemSyncAccessHandle"), "write", "storage");
  calls(type("CredentialsContainer"), "store", "storage");
  if (inPage) sets(globalThis, "name", "storage");

  // --- messages ---
  const others = ["BroadcastChannel", "ServiceWorker", "Client"];
  for (const name of others) calls(type(name), "postMessage", "message");
  for (const name of ["BroadcastChannel", "SharedWorker"]) calls(globalThis, name, "message");
  calls(type("MessagePort"), "postMessage", "message", seen);
  if (globalThis.Worker) {
    const started = new WeakSet(); // workers of files that stand beside the page, or of copies
    const ours = (address) => ["blob:", "data:"].includes(address.protocol) || address.origin === location.origin;
    globalThis.Worker = new Proxy(Worker, {
      construct(target, args, made) {
        heard("load", "new Worker", [String(args[0])], false);
        const worker = construct(target, args, made);
        if (ours(new URL(args[0], location.href))) started.add(worker);
        worker.addEventListener("message", (event) => {
          const record = event.data?.[marker];
          if (!record) return;
          event.stopImmediatePropagation();
          tell({ ...record, by: `${record.by}, in a worker` });
        });
        return worker;
      },
    });
    calls(Worker.prototype, "postMessage", "message", { read: (args, self) => (started.has(self) ? null : args) });
  }

  // --- the console, and errors that end there ---
  for (const [name, one] of Object.entries(console)) if (typeof one === "function") calls(console, name, "console");
  calls(globalThis, "reportError", "console");
  addEventListener("error", ({ message, error }) => heard("console", "error", [message, error]), true);
  addEventListener("unhandledrejection", ({ reason }) => heard("console", "rejection", [reason]), true);

  if (!inPage) return;

  // --- what elements load and where they lead ---
  const leads = ["src", "srcset", "href", "xlink:href", "data", "poster", "action", "formaction", "ping", "style", "content", "background", "imagesrcset", "srcdoc"];
  const hints = ["dns-prefetch", "preconnect", "prefetch", "preload", "modulepreload", "prerender"];
  const wayOf = { form: "form", button: "form", input: "form", a: "navigation", area: "navigation", meta: "navigation" };
  const ownFile = (address) => address.startsWith(location.origin + "/") && !address.includes("?");

  function look(element) {
    const name = element.localName;
    if (name === "link" && hints.some((rel) => element.relList.contains(rel))) heard("hint", `<link rel=${element.rel}>`, [element.href, element.imageSrcset], !ownFile(element.href));
    if (name === "script" && element.type === "speculationrules") heard("hint", "speculation rules", [element.textContent]);
    if (name === "title") heard("title and history", "<title>", [element.textContent], false);
    if (name === "style") heard("load", "<style>", [element.textContent], false);
    for (const attribute of leads) {
      const value = element.getAttribute(attribute);
      if (value) heard(attribute === "ping" ? "beacon" : (wayOf[name] ?? "load"), `<${name} ${attribute}>`, [value], attribute === "ping");
    }
  }

  const observer = new MutationObserver((changes) => {
    for (const { target, type, addedNodes } of changes) {
      if (type === "characterData") {
        if (["title", "style"].includes(target.parentNode?.localName)) look(target.parentNode);
      } else if (type !== "childList") look(target);
      else {
        if (["title", "style"].includes(target.localName)) look(target);
        for (const node of addedNodes) {
          if (node.nodeType !== 1) continue;
          look(node);
          node.querySelectorAll("*").forEach(look);
        }
      }
    }
  });
  const follow = (root) => observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: [...leads, "rel"] });
  follow(document);
  Element.prototype.attachShadow = new Proxy(Element.prototype.attachShadow, {
    apply(target, self, args) {
      const root = apply(target, self, args);
      follow(root);
      return root;
    },
  });
  for (const name of ["HTMLImageElement", "HTMLScriptElement", "HTMLIFrameElement", "HTMLMediaElement", "HTMLSourceElement", "HTMLEmbedElement"]) {
    for (const property of ["src", "srcset"]) sets(type(name), property, "load", false);
  }
  calls(globalThis, "FontFace", "load", seen);
  for (const name of ["insertRule", "replace", "replaceSync"]) calls(type("CSSStyleSheet"), name, "load", seen);
  calls(type("CSSStyleDeclaration"), "setProperty", "load", seen);

  // --- going elsewhere, forms, history ---
  globalThis.navigation?.addEventListener("navigate", ({ destination, formData, info, downloadRequest }) => {
    if (downloadRequest !== null) return heard("download", "navigate", [destination.url, downloadRequest], false);
    heard(formData ? "form" : "navigation", "navigate", [destination.url, formData, info], !ownFile(destination.url.split("#")[0]));
    const kept = destination.getState();
    if (kept !== undefined) heard("title and history", "state of navigate", [kept]);
  });
  calls(globalThis, "open", "navigation");
  for (const name of ["submit", "requestSubmit"]) calls(type("HTMLFormElement"), name, "form", { read: (_, form) => [form.action, new FormData(form)] });
  addEventListener("submit", ({ target, submitter }) => heard("form", "submit", [target.action, submitter?.formAction, new FormData(target, submitter)]), true);
  for (const name of ["pushState", "replaceState"]) calls(type("History"), name, "title and history");
  calls(type("Navigation"), "updateCurrentEntry", "title and history");
  sets(type("Document"), "title", "title and history");

  // Whoever hears a word of another window writes it down: what it was said to
  // cannot be watched by the one who speaks.
  addEventListener(
    "message",
    ({ data, origin, source }) => {
      if (source !== window) heard("message", `heard from ${origin || "a window"}`, [data]);
    },
    true,
  );
  calls(globalThis, "postMessage", "message", seen);

  // --- what somebody may ask for ---
  for (const name of ["writeText", "write"]) calls(type("Clipboard"), name, "clipboard");
  calls(globalThis, "ClipboardItem", "clipboard", seen);
  calls(type("DataTransfer"), "setData", "clipboard");
  calls(type("Document"), "execCommand", "clipboard", { read: ([command]) => (/copy|cut/i.test(command) ? [String(getSelection())] : null) });
  calls(type("HTMLElement"), "click", "download", {
    read: (_, self) => (self instanceof HTMLAnchorElement && self.hasAttribute("download") ? [self.href, self.download, addresses.get(self.href)] : null),
  });
  addEventListener("click", ({ target }) => {
    const link = target.closest?.("a[download]");
    if (link) heard("download", "<a download>", [link.href, link.download, addresses.get(link.href)], false);
  }, true);
  calls(globalThis, "showSaveFilePicker", "download");
  calls(globalThis, "Notification", "device");
  calls(type("Navigator"), "share", "device");
  calls(type("SpeechSynthesis"), "speak", "device", { use: false, read: ([{ text, voice }]) => (voice?.localService ? null : [text]) });
})();
