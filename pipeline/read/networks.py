"""The two networks that read pictures, PP-OCRv6 (small), as they ship in the wheel of `rapidocr`.

Only the weights (Apache-2.0) are taken from there; ONNX Runtime runs them, in one thread: pages are read side by side.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

Pixels = npt.NDArray[np.uint8]
"""A picture: rows × columns × red, green, blue."""
Floats = npt.NDArray[np.float32]

DETECTOR = "PP-OCRv6_det_small.onnx"
RECOGNISER = "PP-OCRv6_rec_small.onnx"


@cache
def network(name: str) -> onnxruntime.InferenceSession:
    """A network ready to run, loaded once per process."""
    spec = find_spec("rapidocr")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("rapidocr")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # an arena keeps the memory of the largest page for ever
    return onnxruntime.InferenceSession(
        Path(spec.origin).with_name("models") / name, options, providers=["CPUExecutionProvider"]
    )


def run(name: str, picture: Pixels) -> Floats:
    """What a network makes of a picture."""
    colours = picture[:, :, ::-1].astype(np.float32) / 127.5 - 1  # blue, green, red from -1 to 1, as it was trained
    outputs: list[Any] = network(name).run(None, {"x": np.ascontiguousarray(colours.transpose(2, 0, 1)[None])})
    return np.asarray(outputs[0][0], dtype=np.float32)


@cache
def alphabet() -> tuple[str, ...]:
    """What each column of the recogniser's answer stands for: "" is the blank between two letters."""
    letters = network(RECOGNISER).get_modelmeta().custom_metadata_map["character"].splitlines()
    return ("", *letters, " ")
