// The camera as a source of pictures.

const longest = 1600; // longest side of a picture that is read, in pixels

const problems = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "no-camera",
  OverconstrainedError: "no-camera",
  NotReadableError: "in-use",
  AbortError: "in-use",
};

export class Lens {
  #video;
  #stream = null;
  #opening = null; // tells the last request from those before close

  constructor(video) {
    this.#video = video;
  }

  /** open asks for the camera; it resolves with "", or with what is in the way. */
  async open() {
    if (!navigator.mediaDevices?.getUserMedia) return "no-camera";
    const opening = (this.#opening = {});
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } },
      });
      if (opening !== this.#opening) return stop(stream); // somebody left before allowing it
      this.#stream = stream;
      this.#video.srcObject = this.#stream;
      await this.#video.play();
      return "";
    } catch (error) {
      if (opening === this.#opening) this.close();
      return problems[error.name] ?? "no-camera";
    }
  }

  /** take resolves with the picture that is seen next, or null once the camera is closed. */
  async take() {
    await new Promise((resolve) => setTimeout(resolve, 30)); // lets the page breathe on slow phones
    while (this.#stream && this.#video.videoWidth === 0) await new Promise(requestAnimationFrame);
    if (!this.#stream) return null;
    return draw(this.#video, this.#video.videoWidth, this.#video.videoHeight);
  }

  close() {
    this.#opening = null;
    if (this.#stream) stop(this.#stream);
    this.#stream = null;
    this.#video.srcObject = null;
  }
}

function stop(stream) {
  for (const track of stream.getTracks()) track.stop();
  return "";
}

/** pixelsOf reads a picture from a file; it throws for what is no picture. */
export async function pixelsOf(file) {
  const bitmap = await createImageBitmap(file);
  try {
    return draw(bitmap, bitmap.width, bitmap.height);
  } finally {
    bitmap.close();
  }
}

function draw(source, fullWidth, fullHeight) {
  const scale = Math.min(1, longest / Math.max(fullWidth, fullHeight));
  const canvas = document.createElement("canvas");
  const width = (canvas.width = Math.max(1, Math.round(fullWidth * scale)));
  const height = (canvas.height = Math.max(1, Math.round(fullHeight * scale)));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(source, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, pixels: new Uint8Array(data.buffer) };
}
