// Defines <fortyeight-check>, unless another copy of this script has already.
import { FortyeightCheck } from "./element.js";

if (!customElements.get("fortyeight-check")) customElements.define("fortyeight-check", FortyeightCheck);

export { FortyeightCheck };
