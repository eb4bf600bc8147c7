// What was recognised and is no recovery key, by kind: what it is, what to do
// next, and where it stands.
import { say } from "../check/say.js";
import { place } from "./row.js";

const some = 3; // places of a kind that are named at once
const most = 200; // notices asked for

const make = (name, className, textContent = "") => Object.assign(document.createElement(name), { className, textContent });

export class Notices {
  #root;
  #call;
  #said = "";

  /** kinds are the kinds that there are. */
  kinds = [];

  constructor(root, call) {
    this.#root = root.querySelector(".js-notices");
    this.#call = call;
  }

  /** update asks for all notices and shows them. */
  async update() {
    const { counts, notices } = await this.#call("notices", { from: 0, count: most });
    if (!counts) return;
    this.kinds = counts.map(({ kind }) => kind);
    const said = JSON.stringify([counts, notices.length]);
    if (said === this.#said) return; // somebody may be reading it
    this.#said = said;
    this.hush(false);
    this.#root.querySelector(".js-kinds").replaceChildren(...counts.map((one) => this.#kind(one, notices.filter(({ kind }) => kind === one.kind))));
  }

  #kind({ kind, count }, notices) {
    const item = make("li", "fe-files__kind");
    item.append(make("p", "", say(`kind.${kind}`)));
    const lines = notices.map((notice) => {
      const line = make("li", "", notice.file || notice.line ? place(notice) : "");
      const more = [notice.device, notice.keyId && say("notice.id", { id: notice.keyId }), notice.candidates > 0 && say("notice.candidates", { count: notice.candidates })];
      line.append([line.textContent && "", ...more].filter(Boolean).map((one) => ` · ${one}`).join(""));
      return line;
    });
    const list = make("ul", "fe-files__where");
    list.append(...lines.slice(0, some));
    item.append(list);
    if (count > some) item.append(this.#rest(lines.slice(some), count - some));
    return item;
  }

  #rest(lines, count) {
    const more = make("details", "");
    const list = make("ul", "fe-files__where");
    list.append(...lines);
    if (count > lines.length) list.append(make("li", "", say("notice.more", { count: count - lines.length })));
    more.append(make("summary", "fe-files__summary", say("notice.more", { count })), list);
    return more;
  }

  /** hush leaves them unsaid, where the answer says them. */
  hush(on) {
    this.#root.hidden = on || this.kinds.length === 0;
  }

  forget() {
    this.kinds = [];
    this.#said = "";
    this.#root.hidden = true;
    this.#root.querySelector(".js-kinds").replaceChildren();
  }
}
