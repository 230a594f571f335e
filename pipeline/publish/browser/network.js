// The picture of the network: nodes where the server put them, the years and the weight one looks at, names to find.
import { downloadAsPNG } from "@sigma/export-image";
import Graph from "graphology";
import Sigma from "sigma";
import { EdgeLineProgram, EdgeRectangleProgram } from "sigma/rendering";
import { begin, colour, element, fetched, told, whenSchemeChanges } from "./page.js";

const NODE_COLOURS = ["person", "organisation"];
const TIE_COLOURS = ["tie-stage", "tie-affiliation", "tie-hosting"];
const UNKNOWN_YEAR = 0;
// From so many ties on they are drawn as hairlines, and not at all while the picture moves.
const MANY = 5000;
// …and cover what lies below them by this share only.
const VEIL = 0.45;

const graphOf = ({ nodes, ties }) => {
  const graph = new Graph();
  const most = Math.max(1, ...nodes.map(([, , , events]) => events));
  nodes.forEach(([kind, path, label, events, x, y], number) => {
    graph.addNode(number, { kind, path, label, events, x, y, size: 2 + 9 * Math.sqrt(events / most) });
  });
  ties.forEach(([source, target, kind, years]) => graph.addEdge(source, target, { kind, years }));
  return graph;
};

// How many events of a tie fall into the years one looks at; those of unknown year count when nothing is cut off.
// `years` is a list of a year, its events, the next year …
const weight = (years, { since, until, allYears }) => {
  let sum = 0;
  for (let at = 0; at < years.length; at += 2) {
    const year = years[at];
    if (year === UNKNOWN_YEAR ? allYears : year >= since && year <= until) sum += years[at + 1];
  }
  return sum;
};

// A colour "#rrggbb" that lets through what lies below it; WebGL wants its parts multiplied by the share already.
const veiled = (hex) => {
  const parts = hex.match(/[0-9a-f]{2}/gi).map((part) => Math.round(VEIL * parseInt(part, 16)));
  return `rgba(${parts.join(",")},${VEIL})`;
};

// A name as one may type it: no capitals, no accents.
const folded = (name) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

class Picture {
  constructor(figure, data) {
    this.figure = figure;
    this.graph = graphOf(data);
    this.written = [];
    this.view = { least: 1, since: -Infinity, until: Infinity, allYears: true, near: null };
    this.choose();
    this.sigma = new Sigma(this.graph, figure.querySelector(".canvas"), {
      ...this.looks(),
      edgeProgramClasses: { line: this.graph.size > MANY ? EdgeLineProgram : EdgeRectangleProgram },
      hideEdgesOnMove: this.graph.size > MANY,
      labelDensity: 0.6,
      labelGridCellSize: 120,
      labelRenderedSizeThreshold: 3.5,
      minCameraRatio: 0.02,
      maxCameraRatio: 3,
      zIndex: true,
      nodeReducer: (node, data) => this.nodeLooks(node, data),
      edgeReducer: (edge, data) => this.tieLooks(edge, data),
      defaultDrawNodeLabel: (...drawing) => this.drawLabel(...drawing),
      defaultDrawNodeHover: (...drawing) => this.drawHover(...drawing),
    });
    this.sigma.on("beforeRender", () => (this.written = []));
    this.sigma.on("clickNode", ({ node }) => this.open(node));
    this.sigma.on("enterNode", ({ node }) => this.look(node));
    this.sigma.on("leaveNode", () => this.look(null));
    whenSchemeChanges(() => this.sigma.setSettings(this.looks()));
  }

  looks() {
    this.colours = Object.fromEntries(
      [...NODE_COLOURS, ...TIE_COLOURS, "faint", "sheet", "ink"].map((name) => [name, colour(name)]),
    );
    if (this.graph.size > MANY) TIE_COLOURS.forEach((name) => (this.colours[name] = veiled(this.colours[name])));
    const style = getComputedStyle(document.body);
    return { labelColor: { color: this.colours.ink }, labelFont: style.fontFamily, labelSize: 13 };
  }

  // Which ties and nodes are shown, decided once for a view and not once a frame. What is said of them is changed where
  // it stands: whoever calls this has all drawn again.
  choose() {
    const shown = new Set();
    let ties = 0;
    this.graph.forEachEdge((_, data, source, target) => {
      data.weight = weight(data.years, this.view);
      data.shown = data.weight >= this.view.least;
      if (!data.shown) return;
      ties += 1;
      shown.add(source).add(target);
    });
    this.graph.forEachNode((node, data) => (data.shown = shown.has(node)));
    this.size = { nodes: shown.size, ties };
  }

  nodeLooks(node, { kind, shown, path, ...data }) {
    const near = !this.view.near || this.view.near.has(node);
    const looks = { ...data, hidden: !shown, color: near ? this.colours[NODE_COLOURS[kind]] : this.colours.faint };
    looks.highlighted = node === this.view.centre || path === this.figure.dataset.middle;
    if (!near) looks.label = null;
    if (this.view.near && near) Object.assign(looks, { forceLabel: this.view.near.size < 40, zIndex: 1 });
    return looks;
  }

  tieLooks(edge, { kind, shown, weight: events }) {
    const { near, centre } = this.view;
    const away = near && !this.graph.extremities(edge).includes(centre);
    return {
      hidden: !shown || away,
      color: this.colours[TIE_COLOURS[kind]],
      size: 0.4 + 0.6 * Math.sqrt(events - 1),
      zIndex: near ? 1 : 0,
    };
  }

  // A name, readable whatever lies below it; it stays away where another one stands already.
  drawLabel(context, data, settings) {
    if (!data.label) return;
    context.font = `${settings.labelSize}px ${settings.labelFont}`;
    const [left, right] = [data.x + data.size + 3, data.x + data.size + 3 + context.measureText(data.label).width];
    const covered = (other) =>
      Math.abs(other.y - data.y) < settings.labelSize && other.left < right && left < other.right;
    if (this.written.some(covered)) return;
    this.written.push({ left, right, y: data.y });
    const place = [data.label, left, data.y + settings.labelSize / 3];
    context.lineWidth = 3;
    context.lineJoin = "round";
    context.strokeStyle = this.colours.sheet;
    context.strokeText(...place);
    context.fillStyle = this.colours.ink;
    context.fillText(...place);
  }

  drawHover(context, data, settings) {
    context.font = `${settings.labelSize}px ${settings.labelFont}`;
    const width = context.measureText(data.label ?? "").width;
    const half = settings.labelSize * 0.8;
    context.fillStyle = this.colours.sheet;
    context.strokeStyle = this.colours.ink;
    context.lineWidth = 1;
    context.fillRect(data.x, data.y - half, width + data.size + 11, 2 * half);
    context.strokeRect(data.x, data.y - half, width + data.size + 11, 2 * half);
    context.beginPath();
    context.arc(data.x, data.y, data.size + 2, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = this.colours.ink;
    context.fillText(data.label ?? "", data.x + data.size + 5, data.y + settings.labelSize / 3);
  }

  // A node and those tied to it stand out; null: all are equal again.
  look(node) {
    this.view.centre = node;
    this.view.near = null;
    if (node !== null) {
      const shown = (edge, data, source, target) => data.shown && [source, target];
      this.view.near = new Set([node, ...this.graph.mapEdges(node, shown).filter(Boolean).flat()]);
    }
    this.figure.querySelector(".canvas").dataset.over = node === null ? "" : this.graph.getNodeAttribute(node, "label");
    this.sigma.refresh({ skipIndexation: true });
  }

  show(view) {
    Object.assign(this.view, view);
    this.choose();
    this.sigma.refresh({ skipIndexation: true });
  }

  // The node of that name, or the best known one whose name has what was typed in it.
  find(typed) {
    const wanted = folded(typed);
    const named = (fits) => this.graph.findNode((_, { shown, label }) => shown && fits(folded(label)));
    return wanted && (named((name) => name === wanted) ?? (wanted.length > 2 && named((name) => name.includes(wanted))));
  }

  go(node) {
    this.look(node);
    const { x, y } = this.sigma.getNodeDisplayData(node);
    this.sigma.getCamera().animate({ x, y, ratio: 0.25 }, { duration: still() ? 0 : 400 });
  }

  address(node) {
    return this.figure.dataset.root + this.graph.getNodeAttribute(node, "path").slice(1);
  }

  open(node) {
    location.assign(this.address(node));
  }
}

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// ── controls ──

// The years between two sliders; one that is moved past the other takes it along.
const years = (controls) => {
  const [since, until] = ["depuis", "jusque"].map((name) => controls.elements.namedItem(name));
  if (!since) return () => ({});
  since.addEventListener("input", () => (until.value = Math.max(until.value, since.value)));
  until.addEventListener("input", () => (since.value = Math.min(until.value, since.value)));
  return () => ({
    since: Number(since.value),
    until: Number(until.value),
    allYears: since.value === since.min && until.value === until.max,
  });
};

const listen = (picture, controls) => {
  const { figure } = picture;
  const status = figure.querySelector("[role=status]");
  const period = years(controls);
  const least = controls.elements.namedItem("au-moins");

  const tell = () => {
    status.replaceChildren(told(figure.dataset.told, picture.size));
  };
  const view = () => {
    controls.querySelectorAll("output").forEach((output) => (output.value = output.previousElementSibling.value));
    return { ...period(), least: Number(least.value) };
  };
  const change = () => {
    picture.show(view());
    linkFiles(picture.view);
    tell();
  };
  const search = () => {
    const typed = controls.elements.namedItem("nom").value;
    const node = picture.find(typed);
    if (!node) {
      picture.look(null);
      return typed.trim() ? status.replaceChildren(told(figure.dataset.unknown, { name: typed.trim() })) : tell();
    }
    picture.go(node);
    const { label } = picture.graph.getNodeAttributes(node);
    status.replaceChildren(element("a", { href: picture.address(node) }, label));
  };

  controls.addEventListener("input", (event) => (event.target.name === "nom" ? search() : change()));
  controls.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  controls.addEventListener("click", (event) => act(picture, event.target.dataset.act));
  Object.assign(picture.view, view());
  tell();
};

// The files of the network hold what is shown: their addresses say where the sliders stand.
const linkFiles = ({ since, until, allYears, least }) => {
  for (const link of document.querySelectorAll("a[data-shown]")) {
    const address = new URL(link.href);
    const sliders = { depuis: allYears ? 0 : since, jusque: allYears ? 0 : until, "au-moins": least > 1 ? least : 0 };
    for (const [name, value] of Object.entries(sliders)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    link.href = address.href;
  }
};

const act = (picture, name) => {
  const camera = picture.sigma.getCamera();
  const duration = still() ? 0 : 250;
  if (name === "nearer") camera.animatedZoom({ duration });
  if (name === "farther") camera.animatedUnzoom({ duration });
  if (name === "whole") {
    picture.look(null);
    camera.animatedReset({ duration });
  }
  if (name === "png") downloadAsPNG(picture.sigma, { fileName: "reseau", backgroundColor: colour("sheet") });
};

// The names one may choose from are put into the page when somebody comes to choose.
const names = (picture, controls) => {
  const list = controls.querySelector("datalist");
  const fill = () => {
    const found = picture.graph.mapNodes((_, { label }) => label).sort(new Intl.Collator("fr").compare);
    list.replaceChildren(...found.map((value) => element("option", { value })));
  };
  controls.elements.namedItem("nom").addEventListener("focus", fill, { once: true });
};

const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

const start = async (figure) => {
  const controls = figure.querySelector("form.controls");
  const data = await fetched(figure.dataset.source);
  figure.querySelector(".canvas").replaceChildren();
  if (!data.nodes.length) return;
  figure.classList.add("alive");
  controls.hidden = false;
  const picture = new Picture(figure, data);
  names(picture, controls);
  listen(picture, controls);
  await painted();
  figure.dataset.ready = String(Math.round(performance.now()));
};

begin(document.querySelector("figure.network"), start);
