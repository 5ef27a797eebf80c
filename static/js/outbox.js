/**
 * What an earlier page kept on the device goes out from whichever page is opened next, not only from its own. What the
 * server does not take stays where it is until its own page shows it; the status says that there is something.
 */
import { leftElsewhere } from "./drafts.js";
import { send } from "./net.js";
import { say, word } from "./status.js";

/** @param {Set<string>} here names of the forms on this page, which look after their own */
export async function sendLeft(here) {
  const token = /** @type {HTMLInputElement | null} */ (document.querySelector("[name=csrf_token]"))?.value;
  if (!token) return;
  let staying = 0;
  for await (const { name, draft, drop } of leftElsewhere(here)) {
    const [address, field] = name.split("#");
    const fields = new URLSearchParams({ csrf_token: token });
    if (draft.version) fields.set("version", draft.version);
    if (draft.version || draft.body) fields.set(field, draft.body); // a box that is not ticked is absent
    const { kind } = await send(address, fields);
    if (kind === "saved") drop();
    else if (kind !== "refused") staying += 1;
  }
  if (staying) say(word("left", { count: String(staying) }), "kept");
}
