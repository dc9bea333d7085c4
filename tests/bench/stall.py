"""How long the window's thread was kept from its work while a file is imported in the background."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

_WINDOW = """
import json, os, sys, time
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop import app as wiring, start
from desktop.pages import PAGES
from local_db.importing.actions import import_file
from local_db.shop_file import ShopKey, create_shop

application = wiring.build_application(sys.argv[:1])
services = wiring.build_services(application, Path(sys.argv[2]) / "window.ini")
with create_shop(Path(sys.argv[2]) / "shop.regulars", ShopKey.random()) as shop:
    context, window = start.wired(shop, services, "bench")
    window.show()
    context.background.wait_idle()
    ticks = [time.perf_counter()]
    timer = QTimer()
    timer.setInterval(1)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()
    work = lambda job: import_file(
        shop, Path(sys.argv[1]), now=datetime.now(UTC), progress=job.report, cancelled=job.cancelled
    )
    done = []
    context.background.run_job(work, done.append, writes=True)
    while not done:
        application.processEvents()
        time.sleep(0.0005)
    timer.stop()
    context.background.close()
gaps = [after - before for before, after in zip(ticks, ticks[1:])]
print(json.dumps(1000 * max(gaps)))
"""


def longest_stall(path: Path) -> float:
    """Milliseconds of the longest time in which a timer of the window did not come to its turn."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        command = [sys.executable, "-P", "-c", _WINDOW, str(path), folder]
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=1800)
    stall: float = json.loads(done.stdout.splitlines()[-1])
    return stall
