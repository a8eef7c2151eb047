/* Words of Decap's Vietnamese that are missing or that staff would not understand. */

export function words(given) {
  const merged = structuredClone(given);
  const put = (path, text) => {
    const names = path.split(".");
    const last = names.pop();
    let place = merged;
    for (const name of names) {
      place[name] ??= {};
      place = place[name];
    }
    place[last] = text;
  };
  for (const [path, text] of WORDS) {
    put(path, text);
  }
  return merged;
}

const WORDS = [
  ["app.header.content", "Bản tin"],
  ["collection.sidebar.collections", "Nội dung"],
  ["collection.sidebar.allCollections", "Tất cả"],
  ["collection.collectionTop.newButton", "Viết %{collectionLabel} mới"],
  ["collection.collectionTop.viewAs", "Cách xem"],
];
