// Reads digits aloud, if asked, and only with a voice that lives on the device:
// others send what they speak to somebody's server.
import { say } from "../check/say.js";

export class Aloud {
  #button;
  #note;
  #on = false;

  /** begin is called when somebody asks for it. */
  constructor(button, note, begin) {
    this.#button = button;
    this.#note = note;
    button.addEventListener("click", async () => {
      if (this.#on) {
        this.stop();
        return;
      }
      const why = await missing();
      this.#note.textContent = why;
      if (why !== "") return;
      this.#set(true);
      begin();
    });
  }

  #set(on) {
    this.#on = on;
    this.#button.setAttribute("aria-pressed", on);
  }

  speak(text) {
    if (!this.#on) return;
    const voice = localVoice();
    if (!voice) return;
    const words = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang, rate: 0.8 });
    speechSynthesis.cancel();
    speechSynthesis.speak(words);
  }

  stop() {
    this.#set(false);
    this.#note.textContent = "";
    globalThis.speechSynthesis?.cancel();
  }
}

function localVoice() {
  const language = document.documentElement.lang.slice(0, 2);
  const local = speechSynthesis.getVoices().filter((voice) => voice.localService && voice.lang.startsWith(language));
  return local.find((voice) => voice.default) ?? local[0];
}

/** missing says why nothing can be read aloud, or "". */
async function missing() {
  if (!globalThis.speechSynthesis) return say("typing.aloud-unsupported");
  // Some browsers load their voices when first asked and tell later.
  if (speechSynthesis.getVoices().length === 0) {
    await new Promise((done) => {
      speechSynthesis.addEventListener("voiceschanged", done, { once: true });
      setTimeout(done, 500);
    });
  }
  return localVoice() ? "" : say("typing.aloud-no-voice");
}
