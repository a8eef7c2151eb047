/* The filter: which of the hits are of a kind, a year, a unit, a person, and how many of each. */

const NO_YEAR = 0;

/* Returns what the filter needs to know of each hit, by its place. «kind», «unit» and «person» need
   the rows of the years that have hits; «year» needs nothing. */
export async function detailsOf(index, hits) {
  const years = index.years();
  const details = new Map();
  const wanted = new Map();
  for (const { place } of hits) {
    const year = yearOf(years, place);
    wanted.set(year, [...(wanted.get(year) || []), place]);
  }
  await Promise.all(
    [...wanted].map(async ([year, places]) => {
      const { kinds, units, people, rows } = await year.rows();
      for (const place of places) {
        const [kind, unitsOf, peopleOf] = rows[place - year.first];
        details.set(place, {
          loai: [kinds[kind]],
          nam: year.year === NO_YEAR ? [] : [String(year.year)],
          "don-vi": unitsOf.map((unit) => units[unit]),
          nguoi: peopleOf.map((person) => people[person]),
        });
      }
    }),
  );
  return details;
}

function yearOf(years, place) {
  let found = years[0];
  for (const year of years) {
    if (year.first <= place) {
      found = year;
    }
  }
  return found;
}

/* Keeps the hits that fit what is chosen: {field: value}. */
export function filtered(hits, details, chosen) {
  const fields = Object.entries(chosen).filter(([, value]) => value);
  return hits.filter(({ place }) =>
    fields.every(([field, value]) => details.get(place)[field].includes(value)),
  );
}

/* Counts the values of a field among the hits that fit what is chosen in the other fields. */
export function countsOf(hits, details, chosen, field) {
  const counts = new Map();
  for (const { place } of filtered(hits, details, { ...chosen, [field]: "" })) {
    for (const value of details.get(place)[field]) {
      counts.set(value, (counts.get(value) || 0) + 1);
    }
  }
  return counts;
}

/* Puts hits in the order of dates, the newest first. Only what answers the whole query counts here:
   a newest item that has half of it is not what was asked. What has no date comes last. */
export function newestFirst(hits, index) {
  const best = Math.max(...hits.map((hit) => hit.part));
  const undated = index.years().filter((year) => year.year === NO_YEAR);
  const isDated = ({ place }) =>
    !undated.some((year) => place >= year.first && place < year.first + year.count);
  return hits
    .filter((hit) => hit.part >= best * 0.85)
    .sort((a, b) => Number(isDated(b)) - Number(isDated(a)) || b.place - a.place);
}
