// What network and map have in common: how they begin, colours of the style sheet, elements made of text, data fetched
// once.

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

// Draws in the figure, where the page has one; one that cannot be drawn says so.
export const begin = (figure, draw) => {
  if (!figure) return;
  draw(figure).catch((problem) => {
    figure.querySelector(".canvas").replaceChildren(element("p", {}, figure.dataset.broken));
    console.warn(problem);
  });
};

// "{nodes} personnes" with its blanks filled by French numbers.
export const told = (sentence, blanks) =>
  sentence.replace(/\{(\w+)\}/g, (_, name) =>
    typeof blanks[name] === "number" ? blanks[name].toLocaleString("fr") : blanks[name],
  );
