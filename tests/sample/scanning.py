"""What a scanner, a fax or a camera makes of a clean sheet; every seed is fixed."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

PAPER_WHITE = 246


def sheets(pdf: bytes, dpi: int) -> list[Image.Image]:
    """The pages of a PDF as images."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in document]


def scan_pdf(pdf: bytes) -> bytes:
    """Two hundred dots to the inch, grey, a little askew, and no text layer."""
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    for number, sheet in enumerate(sheets(pdf, 200)):
        grey = _noisy(_skewed(sheet.convert("L"), 0.7 - 1.2 * number), 5, seed=number)
        image = BytesIO(_saved(_shaded(grey, 0.07), "JPEG", quality=38))
        canvas.setPageSize((sheet.width * 0.36, sheet.height * 0.36))
        canvas.drawImage(ImageReader(image), 0, 0, sheet.width * 0.36, sheet.height * 0.36)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def scan_png(pdf: bytes) -> bytes:
    """A flat-bed scan kept in sixteen greys."""
    sheet = sheets(pdf, 200)[0].convert("L")
    grey = _shaded(_skewed(sheet, -0.5), 0.04).filter(ImageFilter.GaussianBlur(0.6))
    return _saved(grey.quantize(16, dither=Image.Dither.NONE), "PNG", optimize=True)


def fax(pdf: bytes) -> bytes:
    """Black or white, with specks, as the machine of an office gave it."""
    sheet = _skewed(sheets(pdf, 200)[0].convert("L"), 0.4).filter(ImageFilter.GaussianBlur(0.7))
    dots = np.asarray(_noisy(sheet, 14, seed=3)) > 150
    specks = np.random.default_rng(4).random(dots.shape) < 0.00012
    image = Image.fromarray(dots & ~specks)
    return _saved(image, "TIFF", compression="group4", dpi=(200, 200))


def photo(pdf: bytes) -> bytes:
    """A flyer on a table, seen from the side, in uneven light."""
    flyer = sheets(pdf, 230)[0].resize((1400, 1984), Image.Resampling.LANCZOS)
    size, corners = (1600, 2200), [(120, 96), (1492, 150), (1540, 2098), (70, 2052)]
    warp = _perspective(corners, [(0, 0), (1400, 0), (1400, 1984), (0, 1984)])
    seen = flyer.transform(size, Image.Transform.PERSPECTIVE, warp, Image.Resampling.BICUBIC)
    mask = Image.new("L", size)
    ImageDraw.Draw(mask).polygon(corners, fill=255)
    scene = _table(size)
    scene.paste((28, 20, 14), (14, 18), mask.filter(ImageFilter.GaussianBlur(16)))
    scene.paste(seen, (0, 0), mask.filter(ImageFilter.GaussianBlur(1)))
    lit = _noisy(_lamplight(scene).filter(ImageFilter.GaussianBlur(0.8)), 5, seed=11)
    return _saved(lit, "JPEG", quality=58)


def _saved(image: Image.Image, form: str, **options: object) -> bytes:
    """The bytes of an image file."""
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def _skewed(sheet: Image.Image, degrees: float) -> Image.Image:
    """The sheet turned a little on the glass."""
    return sheet.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=PAPER_WHITE)


def _noisy(sheet: Image.Image, strength: float, seed: int) -> Image.Image:
    """The grain of a sensor."""
    values = np.asarray(sheet).astype(np.float32)
    grain = np.random.default_rng(seed).normal(0, strength, values.shape)
    return Image.fromarray(np.clip(values + grain, 0, 255).astype(np.uint8))


def _shaded(sheet: Image.Image, depth: float) -> Image.Image:
    """Off-white paper, darker towards one edge, where the lid did not close."""
    values = np.asarray(sheet).astype(np.float32)
    edge = np.linspace(1, 1 - depth, values.shape[1]) ** 2
    return Image.fromarray((values * edge * PAPER_WHITE / 255).astype(np.uint8))


def _lamplight(scene: Image.Image) -> Image.Image:
    """One lamp, up and to the left, with a warm light."""
    values = np.asarray(scene).astype(np.float32)
    rows, columns = np.mgrid[0 : values.shape[0], 0 : values.shape[1]]
    distance = np.hypot(rows / values.shape[0] - 0.25, columns / values.shape[1] - 0.3)
    light = (1.06 - 0.42 * distance)[..., None] * np.array([1.0, 0.965, 0.89])
    return Image.fromarray(np.clip(values * light, 0, 255).astype(np.uint8))


def _table(size: tuple[int, int]) -> Image.Image:
    """The grain of a wooden table."""
    rng = np.random.default_rng(7)
    rows = np.cumsum(rng.normal(0, 1.6, size[1]))
    grain = (rows - np.linspace(rows[0], rows[-1], size[1]))[:, None]
    wood = np.array([122, 88, 58]) + np.clip(grain, -22, 22)[..., None]
    return Image.fromarray(np.broadcast_to(wood, (size[1], size[0], 3)).astype(np.uint8))


def _perspective(seen: list[tuple[int, int]], flat: list[tuple[int, int]]) -> list[float]:
    """The eight numbers that bring each seen corner back to its flat one."""
    equations, values = [], []
    for (x, y), (u, v) in zip(seen, flat, strict=True):
        equations += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return list(np.linalg.solve(np.array(equations, dtype=float), np.array(values, dtype=float)))
