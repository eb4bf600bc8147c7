// A page that knows the rule and nothing else, without any program.
import { plainCheck } from "./plain.js";

const field = document.querySelector("#key");
const show = () => {
  const { state } = plainCheck(field.value);
  document.querySelector("output").textContent = state;
  if (state !== "none") seen("typed");
  if (state === "valid") seen("verdict");
};
field.addEventListener("input", show);
show();
