/**
 * The only module that talks to the device's storage: changes that the server has not acknowledged yet.
 * IndexedDB and not localStorage: browsers bring the latter to disk seconds later, so that one that is killed, or a
 * battery that ends, takes the last words along. A strict transaction is on the disk when it says so; committed at
 * once, it needs no further turn of a page that is just ending.
 */

/**
 * @typedef {object} Entry one change on its way
 * @property {string} key of the page that made it, and its name
 * @property {string} name what it changes: address and field. A later one of the same page stands for the former
 * @property {string} address
 * @property {string} field the one the person fills in
 * @property {Record<string, string>} fields as they are sent, without the token
 * @property {number} seq its place in the order they were made in
 * @property {"draft"|"ready"|"conflict"|"refused"} state a draft is still being written
 * @property {string[]} sent texts sent whose fate is not known: finding one of them there is no conflict
 * @property {string} label what a person calls it
 * @property {string} [told] what it says, where that is not the person's own text
 * @property {string} from the page it was made on
 * @property {string} [error] why it was refused
 */

const STORE = "changes";
let works = true;

/** @type {Promise<IDBDatabase | null>} */
const opened = new Promise((resolve) => {
  try {
    const asked = indexedDB.open("askback", 1);
    asked.onupgradeneeded = () => { asked.result.createObjectStore(STORE, { keyPath: "key" }); };
    asked.onsuccess = () => {
      asked.result.onversionchange = () => asked.result.close();
      resolve(asked.result);
    };
    asked.onerror = () => resolve(null);
  } catch {
    resolve(null);
  }
});

/** Whether the device keeps what it is given. */
export const keeps = () => works;

/** Writes a change down. @param {Entry} entry @returns {Promise<boolean>} whether it truly is on the device now */
export async function write(entry) {
  works = await change((store) => store.put(entry), "strict");
  return works;
}

/** @param {string} key */
export const erase = (key) => change((store) => store.delete(key), "relaxed");

/** Everything goes. */
export const clear = () => change((store) => store.clear(), "strict");

/** All that any page has left, in the order it was made in. @returns {Promise<Entry[]>} */
export async function all() {
  const database = await opened;
  if (!database) return [];
  return new Promise((resolve) => {
    try {
      const asked = database.transaction(STORE).objectStore(STORE).getAll();
      asked.onsuccess = () => resolve(asked.result.sort((a, b) => a.seq - b.seq));
      asked.onerror = () => resolve([]);
    } catch {
      resolve([]);
    }
  });
}

/** @param {(store: IDBObjectStore) => void} act @param {IDBTransactionDurability} durability @returns {Promise<boolean>} */
async function change(act, durability) {
  const database = await opened;
  if (!database) return false;
  return new Promise((resolve) => {
    try {
      const transaction = database.transaction(STORE, "readwrite", { durability });
      transaction.oncomplete = () => resolve(true);
      transaction.onerror = transaction.onabort = () => resolve(false);
      act(transaction.objectStore(STORE));
      transaction.commit?.();
    } catch {
      resolve(false);
    }
  });
}
