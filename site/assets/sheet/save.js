// Other ways to keep a key: files that the browser makes on this device.
import { say } from "../check/say.js";

/** saveText saves the key as Windows lays it out, and says whether it could. */
export async function saveText(kit, order) {
  const { name, text } = await kit.call("text", {
    ...order,
    sayTitle: say("sheet.text-title"),
    sayCompare: say("sheet.text-compare"),
    sayUse: say("sheet.text-use"),
    sayOther: say("sheet.text-other"),
    sayRepaired: say("sheet.text-repaired"),
    sayDevice: say("sheet.device"),
    sayDrive: say("sheet.drive"),
    sayOwner: say("sheet.owner"),
    sayDate: say("sheet.date"),
    sayNote: say("sheet.note"),
  });
  if (text) save(name, new Blob([text], { type: "text/plain;charset=utf-8" }));
  return Boolean(text);
}

export function saveSVG(sheet) {
  save(`${imageName(sheet)}.svg`, new Blob([sheet.qr.svg], { type: "image/svg+xml" }));
}

const pixels = 16; // a module: 592 px a side, sharp at 25 mm on any printer

/** savePNG draws the modules itself: the policy lets no picture in to copy. */
export function savePNG(sheet) {
  const { size, path } = sheet.qr;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size * pixels;
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(pixels, pixels);
  context.fillStyle = "#000";
  context.fill(new Path2D(path));
  canvas.toBlob((blob) => save(`${imageName(sheet)}.png`, blob), "image/png");
}

/** imageName tells files apart by the Key ID, which is no secret. */
function imageName({ idFirst }) {
  return ["Recovery key QR", idFirst].filter(Boolean).join(" ");
}

function save(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  // The download has begun, or it never will; the address must not outlive it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
