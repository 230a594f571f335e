// What network and map have in common: colours of the style sheet, elements made of text, data fetched once.

export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

export const whenSchemeChanges = (redraw) =>
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);

export const fetched = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
};

// An element with text or elements in it: what comes from documents is never read as HTML.
export const element = (name, properties, ...content) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content);
  return made;
};

// "{nodes} personnes" with its blanks filled by French numbers.
export const told = (sentence, blanks) =>
  sentence.replace(/\{(\w+)\}/g, (_, name) =>
    typeof blanks[name] === "number" ? blanks[name].toLocaleString("fr") : blanks[name],
  );
