"""Makes the networks in `pipeline/read/weights/` from PP-OCRv6 (small) as published.

    pip install --constraint constraints.txt '.[weights]'
    python -m benchmarks.reading.quantise DOCUMENT...

Convolutions are computed in whole numbers of eight bits instead of floating point (Jacob et al., "Quantization and
training of neural networks for integer-arithmetic-only inference", 2018), which takes half the time; the ranges their
values take are measured on the documents given, drawn and spoilt as in the twin test. Weights keep seven bits: with
eight, processors without VNNI instructions overflow. Of the recogniser's 18,710 signs only those of French print are
kept.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import islice
from pathlib import Path
from random import Random
from string import ascii_letters, digits, punctuation
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import onnx
import onnxruntime
from onnx import helper, numpy_helper, version_converter
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static
from PIL import Image, ImageOps

from benchmarks.reading.references import drawn
from benchmarks.reading.twins import CONDITIONS
from pipeline.read import detector, networks, ocr, recogniser
from pipeline.read.networks import DETECTOR, RECOGNISER, Floats, Pixels, as_input

PUBLISHED = {DETECTOR: "PP-OCRv6_det_small.onnx", RECOGNISER: "PP-OCRv6_rec_small.onnx"}
SEEN = {DETECTOR: 60, RECOGNISER: 300}
"""Pictures of bands and of lines on which the ranges are measured."""
WAYS: tuple[tuple[int, Callable[[Image.Image], Image.Image]], ...] = (
    *(CONDITIONS[name] for name in ("clean 300", "scanned 200", "copied 150")),
    (100, ImageOps.invert),
)
"""How the documents are drawn and spoilt before they are seen."""
FRENCH = "ÀÂÄÁÇÉÈÊËÎÏÍÔÖÓÙÛÜÚŸÑŒÆàâäáãçéèêëîïíìôöóòõøùûüúÿñœæßšžčćğşł"
SIGNS = "«»“”‘’…–—·•€°§²³½→★"
KEPT = {*ascii_letters, *digits, *punctuation, *FRENCH, *SIGNS}
MEANS = ("GlobalAveragePool", "ReduceMean")
CARRIED = ("Conv", "Add", "Relu")
"""What the squeeze-and-excitation blocks do with a mean until it weighs the channels of a map."""
OPSET = 20
"""The first version of ONNX with GELU as one operation."""


def published(name: str) -> onnx.ModelProto:
    """A network as the wheel of `rapidocr` brings it."""
    return onnx.load_from_string(files("rapidocr").joinpath("models", PUBLISHED[name]).read_bytes())


def for_french(model: onnx.ModelProto) -> None:
    """Keep of the recogniser's last layer the columns of the letters of French print; blank first, space last."""
    metadata = {entry.key: entry for entry in model.metadata_props}
    letters = metadata["character"].value.splitlines()
    chosen = [place for place, letter in enumerate(letters) if letter in KEPT]
    columns = [0, *(place + 1 for place in chosen), len(letters) + 1]
    product, total = model.graph.node[-4], model.graph.node[-3]
    for tensor in model.graph.initializer:
        if tensor.name in (product.input[1], total.input[1]):
            kept = np.ascontiguousarray(numpy_helper.to_array(tensor)[..., columns])
            tensor.CopyFrom(numpy_helper.from_array(kept, tensor.name))
    model.graph.output[0].type.tensor_type.shape.dim[2].dim_value = len(columns)
    metadata["character"].value = "\n".join(letters[place] for place in chosen)


def join_gelu(model: onnx.ModelProto) -> None:
    """Write each x · (erf(x / √2) + 1) · ½ as the one operation it is, so that it is computed at once."""
    makers = {output: node for node in model.graph.node for output in node.output}
    users = {name: node for node in model.graph.node for name in node.input}
    parts: set[str] = set()
    joined = {}
    for erf in [node for node in model.graph.node if node.op_type == "Erf"]:
        divided = makers[erf.input[0]]
        added = users[erf.output[0]]
        product = users[added.output[0]]
        halved = users[product.output[0]]
        parts |= {node.name for node in (divided, erf, added, product)}
        joined[halved.name] = helper.make_node("Gelu", [divided.input[0]], list(halved.output), halved.name)
    nodes = [joined.get(node.name, node) for node in model.graph.node if node.name not in parts]
    del model.graph.node[:]
    model.graph.node.extend(nodes)


def pictures(paths: list[Path]) -> dict[str, list[Pixels]]:
    """What the networks see of the documents: bands of pages and lines, in an order without order."""
    seen: dict[str, list[Pixels]] = {DETECTOR: [], RECOGNISER: []}

    def watched(name: str, picture: Pixels) -> Floats:
        seen[name].append(picture)
        return networks.run(name, picture)

    detector.run = recogniser.run = watched
    for path in paths:
        for resolution, spoil in WAYS:
            for page in islice(drawn(path, resolution), 1):
                ocr.read_picture(spoil(page))
    chance = Random(1)
    return {name: chance.sample(some, min(len(some), SEEN[name])) for name, some in seen.items()}


class Seen(CalibrationDataReader):  # type: ignore[misc]
    """Hands the pictures to the measuring of ranges."""

    def __init__(self, some: list[Pixels]) -> None:
        self.inputs: Iterator[dict[str, Any]] = ({"x": as_input(picture)} for picture in some)

    def get_next(self) -> dict[str, Any] | None:
        return next(self.inputs, None)


def prepared(name: str, target: Path) -> None:
    """Write a network as published, but for what French does not need, with its constants folded."""
    model = published(name)
    if name == RECOGNISER:
        for_french(model)
    model = version_converter.convert_version(model, OPSET)
    join_gelu(model)
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = str(target)
    onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def exact(model: onnx.ModelProto) -> list[str]:
    """The recogniser's convolutions that see a mean over a map, and the last three: a few numbers, and they tell."""
    means: set[str] = set()
    found = []
    for node in model.graph.node:
        if node.op_type in MEANS or (node.op_type in CARRIED and node.input[0] in means):
            means.update(node.output)
            found += [node.name] if node.op_type == "Conv" else []
    return [*found, *[node.name for node in model.graph.node if node.op_type == "Conv"][-3:]]


def quantised(source: Path, some: list[Pixels], target: Path) -> None:
    """Write a network in whole numbers."""
    quantize_static(
        source,
        target,
        Seen(some),
        quant_format=QuantFormat.QDQ,
        per_channel=True,
        reduce_range=True,
        activation_type=QuantType.QUInt8,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["Conv"],
        nodes_to_exclude=exact(onnx.load(source)) if target.name == RECOGNISER else [],
    )


def main() -> None:
    target = networks.WEIGHTS
    with TemporaryDirectory() as place:
        networks.WEIGHTS = Path(place)  # ranges are measured with the networks as published
        for name in PUBLISHED:
            prepared(name, networks.WEIGHTS / name)
        for name, some in pictures([Path(argument) for argument in sys.argv[1:]]).items():
            quantised(networks.WEIGHTS / name, some, target / name)
            print(f"{name}: measured on {len(some)} pictures, {(target / name).stat().st_size:,} bytes", flush=True)


if __name__ == "__main__":
    main()
