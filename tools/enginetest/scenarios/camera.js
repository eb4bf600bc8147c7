// Where there is no camera, that is said, and a photo of the sheet does.
import { choose, one, press, run, say, shows, until, verdict } from "./stage.js";

run(async () => {
  await press(".js-camera-open");
  await shows(".js-camera-said", say("camera.no-camera"));
  await choose(".js-camera-picture", "sheet.png");
  await verdict("key-well-formed");
  await until(() => !one(".js-camera").open, "the dialog to be closed");
});
