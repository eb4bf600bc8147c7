// Has the kit make the sheets of many keys.

const some = 10; // asked for at once: what a change while they are made costs

/**
 * makeSheets resolves with the kit's sheets of orders, in their order. It calls
 * go after every few with how many there are, and stops when go says false.
 */
export async function makeSheets(kit, orders, go) {
  const sheets = [];
  while (sheets.length < orders.length) {
    const next = orders.slice(sheets.length, sheets.length + some);
    sheets.push(...(await Promise.all(next.map((order) => kit.call("sheet", order)))));
    if (!go(sheets.length)) break;
  }
  return sheets;
}

/** today is the date as the command writes it, on this device's calendar. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}
