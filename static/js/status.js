/**
 * What the page says: its words, in the person's language, and its one quiet status line.
 * Words are a file for each language, because scripts know none. The line keeps the worst that
 * is still true: while a text is kept here only, or refused, "saved" of another box must not cover it.
 */

/** @typedef {"idle"|"editing"|"saving"|"saved"|"kept"|"conflict"|"refused"} State as in `data-state` of a form */

const TROUBLE = ["kept", "refused", "conflict"]; // from the mildest
const REST = 4000; // milliseconds after which "saved" steps back

/** @type {Record<string, string>} */
const words = (await import(`../words/${document.documentElement.lang}.js`)).default;
const line = document.getElementById("status");
/** @type {Map<object, {state: State, sentence: string}>} */
const troubles = new Map();
/** @type {number | undefined} */
let rest;

/**
 * A sentence of the page, its `{names}` filled in. A missing word shows its key, so that it is found.
 * @param {string} key
 * @param {Record<string, string>} [values]
 */
export function word(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The time of day of an instant, as the page's language writes it. @param {string} instant RFC 3339 */
export function timeOf(instant) {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime())) return "";
  return time.toLocaleTimeString(document.documentElement.lang || undefined, { hour: "2-digit", minute: "2-digit" });
}

/**
 * Takes note of what became of one form. Editing and saving are not read aloud: they would speak at every pause.
 * @param {object} form
 * @param {State} state
 * @param {string} sentence
 */
export function report(form, state, sentence) {
  if (TROUBLE.includes(state)) troubles.set(form, { state, sentence });
  else if (state === "saved" || state === "idle") troubles.delete(form);
  const worst = [...troubles.values()].sort((a, b) => TROUBLE.indexOf(b.state) - TROUBLE.indexOf(a.state))[0];
  if (worst) say(worst.sentence, worst.state);
  else if (state === "saved") say(sentence, state);
}

/**
 * @param {string} sentence
 * @param {State} state
 */
export function say(sentence, state) {
  if (!line) return;
  clearTimeout(rest);
  if (line.textContent !== sentence) line.textContent = sentence;
  line.dataset.state = state;
  delete line.dataset.resting;
  if (state === "saved") rest = setTimeout(() => { line.dataset.resting = ""; }, REST);
}
