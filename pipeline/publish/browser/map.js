// The map: towns as faint dots for a background, a mark for every spot where something was held, clustered.
import L from "leaflet";
import "leaflet/dist/leaflet.css";
import "leaflet.markercluster";
import "leaflet.markercluster/dist/MarkerCluster.css";
import { begin, colour, element, fetched, told, whenSchemeChanges } from "./page.js";

const FRANCE = L.latLngBounds([41.3, -5.2], [51.1, 9.6]);

// Towns drawn on one canvas, with no element each.
const Towns = L.GridLayer.extend({
  initialize(towns) {
    L.GridLayer.prototype.initialize.call(this, {});
    this.towns = towns;
  },
  createTile(coords) {
    const size = this.getTileSize();
    const tile = element("canvas", { width: size.x, height: size.y });
    const context = tile.getContext("2d");
    const origin = coords.scaleBy(size);
    context.fillStyle = colour("faded");
    context.globalAlpha = 0.6;
    const radius = Math.min(3, 0.5 + coords.z / 10);
    for (const town of this.towns) {
      const { x, y } = this._map.project(town, coords.z).subtract(origin);
      if (x < -radius || y < -radius || x > size.x + radius || y > size.y + radius) continue;
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fill();
    }
    return tile;
  },
});

const disc = (events, title) => {
  const width = Math.round(22 + 9 * Math.log10(events));
  return L.divIcon({
    html: element("span", { title }, events.toLocaleString("fr")),
    className: "spot",
    iconSize: [width, width],
  });
};

const card = (figure, { name, path, events, venues, more }) => {
  const root = figure.dataset.root;
  const link = (to, text) => element("a", { href: root + to.slice(1) }, text);
  const entries = venues.map(([to, venue, count]) =>
    element("li", {}, link(to, venue), " ", element("span", { className: "count" }, count.toLocaleString("fr"))),
  );
  if (more) entries.push(element("li", { className: "aside" }, told(figure.dataset.more, { number: more })));
  return element(
    "div",
    { className: "card" },
    element("strong", {}, path ? link(path, name) : name),
    element("p", { className: "aside" }, told(figure.dataset.told, { number: events })),
    element("ul", {}, ...entries),
  );
};

const marks = (figure, spots) => {
  const cluster = L.markerClusterGroup({
    showCoverageOnHover: false,
    maxClusterRadius: 42,
    iconCreateFunction: (group) =>
      disc(group.getAllChildMarkers().reduce((sum, marker) => sum + marker.options.events, 0), ""),
  });
  for (const spot of spots) {
    const marker = L.marker([spot.latitude, spot.longitude], {
      icon: disc(spot.events, spot.name),
      events: spot.events,
      alt: spot.name,
    });
    cluster.addLayer(marker.bindPopup(() => card(figure, spot)));
  }
  return cluster;
};

// What the map shows first: where most was held; a few events overseas do not make the country a dot.
const firstView = (spots) => {
  const at = ({ latitude, longitude }) => [latitude, longitude];
  const held = (some) => some.reduce((sum, { events }) => sum + events, 0);
  const home = spots.filter((spot) => FRANCE.contains(at(spot)));
  const bounds = L.latLngBounds((2 * held(home) > held(spots) ? home : spots).map(at));
  return bounds.isValid() ? bounds.pad(0.3) : FRANCE;
};

const start = async (figure) => {
  const [{ spots }, towns] = await Promise.all([fetched(figure.dataset.source), fetched(figure.dataset.towns)]);
  const canvas = figure.querySelector(".canvas");
  canvas.replaceChildren();
  figure.classList.add("alive");
  const map = L.map(canvas, { attributionControl: false, minZoom: 2, maxZoom: 14, zoomControl: false });
  const { nearer, farther } = figure.dataset;
  map.addControl(L.control.zoom({ zoomInTitle: nearer, zoomOutTitle: farther }));
  const background = new Towns(towns).addTo(map);
  map.addLayer(marks(figure, spots));
  map.fitBounds(firstView(spots), { maxZoom: 7 });
  whenSchemeChanges(() => background.redraw());
  figure.dataset.ready = String(Math.round(performance.now()));
};

begin(document.querySelector("figure.map"), start);
