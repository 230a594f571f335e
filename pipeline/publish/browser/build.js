// Bundles the drawing of network and map with the libraries it uses, and their licences, into the folder it is given.
import { build } from "esbuild";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const out = process.argv[2];
const lock = JSON.parse(await readFile("package-lock.json", "utf8"));

const licence = async (folder) => {
  const names = (await readdir(folder)).filter((name) => /^(mit-)?licen[cs]e(\.|$)/i.test(name));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return texts.join("\n");
};

const bundled = Object.entries(lock.packages).filter(([folder, told]) => folder && !told.dev);
const texts = await Promise.all(
  bundled.map(async ([folder, told]) => {
    const name = folder.replace(/^.*node_modules\//, "");
    return `${name} ${told.version} (${told.license})\n\n${await licence(folder)}`;
  }),
);

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  entryPoints: ["network.js", "map.js"],
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  loader: { ".png": "dataurl" },
  legalComments: "none",
  logLevel: "warning",
});
await writeFile(join(out, "LICENCES.txt"), texts.join(`\n\n${"-".repeat(80)}\n\n`));
