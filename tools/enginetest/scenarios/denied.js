// Where nothing may be stored, the page about trust promises nothing and says why.
import { one, press, run, say, shows, until } from "./stage.js";

run(async () => {
  await shows(".js-offline-switch p", say("offline.off"));
  await press(".js-offline-turn");
  await shows(".js-offline-switch p", say("offline.denied"));
  await until(() => one(".js-offline").textContent === "", "the foot to promise nothing");
});
