// Pages with commands: puts a button to copy beside each. What it says stands
// in the page, so that one script serves all languages.
for (const command of document.querySelectorAll(".js-command")) {
  const button = command.querySelector(".js-copy");
  const said = command.querySelector(".js-said");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(command.querySelector(".js-run").textContent);
      said.textContent = button.dataset.done;
    } catch {
      said.textContent = button.dataset.failed;
    }
  });
}
