// The ways in which files come: chosen, a folder chosen, dropped anywhere on
// the page, pasted.

// Text of this length or more is a table or a whole file: it goes into the
// list, where the field for one key would only stall.
const table = 4000; // characters

/**
 * watchWays calls give with what came:
 *
 *   give("take", [{path, file}, …], folder)
 *   give("drop", [entry or file, …])   see tree.js
 *   give("paste", text)
 */
export function watchWays(root, give) {
  const find = (name) => root.querySelector(`.js-${name}`);
  watchInput(find("files-input"), (chosen) => give("take", chosen, false));
  const folder = find("folder-input");
  if ("webkitdirectory" in folder) {
    folder.webkitdirectory = true;
    folder.hidden = find("folder").hidden = false;
    watchInput(folder, (chosen) => give("take", chosen, true));
  }

  const zone = find("drop");
  const carriesFiles = (transfer) => transfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!carriesFiles(event.dataTransfer)) return;
    event.preventDefault();
    zone.hidden = false;
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) zone.hidden = true;
  });
  document.addEventListener("drop", (event) => {
    zone.hidden = true;
    if (!carriesFiles(event.dataTransfer)) return;
    event.preventDefault();
    give("drop", dropped(event.dataTransfer));
  });
  document.addEventListener("paste", (event) => {
    const { clipboardData: board, target } = event;
    if (board?.files.length > 0) {
      event.preventDefault();
      return give("take", [...board.files].map((file) => ({ path: file.name, file })), false);
    }
    const text = board?.getData("text/plain") ?? "";
    const field = target.closest?.("textarea, input");
    if (text === "" || (field && (field.id !== "key" || text.length < table))) return;
    event.preventDefault();
    give("paste", text);
  });
}

function watchInput(input, chosen) {
  input.addEventListener("click", () => (input.value = "")); // the same can be chosen again
  input.addEventListener("change", () => {
    const files = [...input.files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
    if (files.length > 0) chosen(files);
  });
}

/** dropped gives the entries of what was dropped, or files where a browser has no entries. A drop is open only while it is handled. */
function dropped(transfer) {
  const items = [...transfer.items].filter(({ kind }) => kind === "file");
  return items.map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile()).filter(Boolean);
}
