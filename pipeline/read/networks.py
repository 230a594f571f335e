"""The two networks that read pictures: PP-OCRv6 (small), in eight bits, for the letters of French print.

`benchmarks/reading/quantise.py` made them from those PaddlePaddle published; ONNX Runtime runs them, in one thread:
pages are read side by side.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

Pixels = npt.NDArray[np.uint8]
"""A picture: rows × columns × red, green, blue."""
Floats = npt.NDArray[np.float32]

WEIGHTS = Path(__file__).parent / "weights"
DETECTOR = "detector.onnx"
RECOGNISER = "recogniser.onnx"


@cache
def network(name: str) -> onnxruntime.InferenceSession:
    """A network ready to run, loaded once per process."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(WEIGHTS / name, options, providers=["CPUExecutionProvider"])


def run(name: str, picture: Pixels) -> Floats:
    """What a network makes of a picture."""
    outputs: list[Any] = network(name).run(None, {"x": as_input(picture)})
    return np.asarray(outputs[0][0], dtype=np.float32)


def as_input(picture: Pixels) -> Floats:
    """A picture as the networks were trained to see it: blue, green, red from -1 to 1, one plane each."""
    colours = picture[:, :, ::-1].astype(np.float32) / 127.5 - 1
    return np.ascontiguousarray(colours.transpose(2, 0, 1)[None])


@cache
def alphabet() -> tuple[str, ...]:
    """What each column of the recogniser's answer stands for: "" is the blank between two letters."""
    letters = network(RECOGNISER).get_modelmeta().custom_metadata_map["character"].splitlines()
    return ("", *letters, " ")
