"""A photograph of 5 MB in a card: dropped, its point moved, prepared; does the window stay smooth meanwhile?

The peer does the same on the window's thread with plain QImage, as a small program would: read, cut, scale, and try
qualities until the bytes fit.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.bench.figure import Figure

_STALL = 50  # milliseconds, from which a person feels that the window hangs

_PHOTOGRAPH = """
import sys
import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

random = np.random.default_rng(7)
coarse = random.integers(0, 255, (60, 80, 3), np.uint8)
soft = QImage(coarse.tobytes(), 80, 60, 240, QImage.Format.Format_RGB888).scaled(
    4000, 3000, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
).convertToFormat(QImage.Format.Format_RGB888)
rows = np.frombuffer(soft.constBits(), np.uint8).reshape(3000, soft.bytesPerLine())[:, :12000]
noisy = np.clip(rows.astype(np.int16) + random.integers(-23, 24, rows.shape), 0, 255).astype(np.uint8)
image = QImage(noisy.tobytes(), 4000, 3000, 12000, QImage.Format.Format_RGB888)
assert image.save(sys.argv[1], "JPG", 89)
"""

_FIELD = """
import json, os, sys, time
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from functools import partial
from pathlib import Path
from PySide6.QtCore import QBuffer, QIODevice, QRect, QTimer, Qt
from PySide6.QtGui import QImage
from shiboken6 import delete
from desktop import app as wiring
from desktop.pictures.needs import PictureNeeds
from desktop.pictures.picture_field import PictureField
from desktop.pictures.picture_store import media_pictures
from desktop.pictures.preparing import prepare
from local_db.media.actions import get_media
from local_db.media.crop import crop
from local_db.roster.source import RosterSource
from local_db.shop_file import ShopKey, create_shop

MOVES, TIMES = 60, 3
photograph, folder = Path(sys.argv[1]), Path(sys.argv[2])
application = wiring.build_application(sys.argv[:1])
services = wiring.build_services(application, folder / "window.ini")
clock = time.perf_counter
ticks = []


def smooth(work):
    '''How long the work took, and the longest time meanwhile in which a timer of the window had no turn.'''
    ticks[:] = [clock()]
    timer.start()
    begun = clock()
    work()
    taken = clock() - begun
    application.processEvents()
    timer.stop()
    ticks.append(clock())
    return 1000 * taken, 1000 * max(after - before for before, after in zip(ticks, ticks[1:]))


def until(done):
    while not done():
        application.processEvents()
        time.sleep(0.0005)


def ours(context):
    store = media_pictures(context.shop, context.background)
    field = PictureField(context, store)
    field.resize(480, 480)
    field.show()
    application.processEvents()
    seen, prepared = [], []
    field.changed.connect(seen.append)

    def shown():
        field.take(photograph)
        until(lambda: seen and not field.crop_frame.grab().isNull())

    def moved():
        for step in range(MOVES):
            field.crop_frame._move((0.5, step / MOVES))
            application.processEvents()
        until(lambda: "KB" in field._facts.text())

    def made():
        picture = field.picture
        work = lambda: prepare(get_media(context.shop, picture.media_id).data, PictureNeeds(), picture.focus)
        context.background.run(work, prepared.append)
        until(lambda: prepared)

    figures = [smooth(shown), smooth(moved), smooth(made)]
    assert len(prepared[0].data) <= 100_000
    delete(field)
    return figures


def peer():
    held = {}

    def cut(focus):
        area = crop(held["image"].width(), held["image"].height(), (16, 9), focus)
        return held["image"].copy(QRect(*area))

    def shown():
        held["image"] = QImage(str(photograph))
        held["shown"] = cut((0.5, 0.5)).scaledToWidth(480, Qt.TransformationMode.SmoothTransformation)

    def moved():
        for step in range(MOVES):
            held["shown"] = cut((0.5, step / MOVES)).scaledToWidth(480, Qt.TransformationMode.SmoothTransformation)
            application.processEvents()
        made()

    def made():
        image = cut((0.5, 0.98)).scaled(1280, 720, mode=Qt.TransformationMode.SmoothTransformation)
        for quality in range(92, 0, -4):
            buffer = QBuffer()
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            image.save(buffer, "JPG", quality)
            if buffer.size() <= 100_000:
                return

    return [smooth(shown), smooth(moved), smooth(made)]


with create_shop(folder / "shop.regulars", ShopKey.random()) as shop:
    context = wiring.build_context(shop, RosterSource(shop), services)
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: ticks.append(clock()))
    ours(context)  # the first time loads what is needed later
    print(json.dumps([[ours(context) for _ in range(TIMES)], [peer() for _ in range(TIMES)]]))
    context.background.close()
"""


def measure() -> list[Figure]:
    """Times and stalls of the three things a person does with a photograph."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "photograph.jpg"
        _run(_PHOTOGRAPH, str(path))
        print(f"a photograph of {path.stat().st_size / 1e6:.1f} MB")
        ours, peer = (_medians(runs) for runs in json.loads(_run(_FIELD, str(path), name).splitlines()[-1]))
    said = ("dropped → kept and shown", "point moved 60 times, checked", "prepared under 100 KB")
    targets = (1000, 2000, 1000)
    times = [
        Figure(what, "ms", mine[0], theirs[0], target, absolute=True)
        for what, mine, theirs, target in zip(said, ours, peer, targets, strict=True)
    ]
    stalls = [
        Figure(f"longest stall: {what}", "ms", mine[1], theirs[1], _STALL, absolute=True)
        for what, mine, theirs in zip(said, ours, peer, strict=True)
    ]
    return [*times, *stalls]


def _medians(runs: list[list[list[float]]]) -> list[tuple[float, float]]:
    """Of several runs, each thing's middle time and middle stall: other programs have their turn in between too."""
    return [(median(run[at][0] for run in runs), median(run[at][1] for run in runs)) for at in range(len(runs[0]))]


def _run(program: str, *arguments: str) -> str:
    command = [sys.executable, "-P", "-c", program, *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=120).stdout
