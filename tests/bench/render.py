"""A million members' texts, rendered and counted, beside Jinja2 rendering the same and the same count of each.

Both sides get the same columns of values in memory and make every text once, in the order of the members; neither
keeps them. Ours also cleans the values (line breaks, brackets, masks), which flatters the peer. Each side is a process
of its own, so that its memory is its own too; they take turns. Both must come to the same histogram of parts.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys

from tests.bench.figure import Figure

PEOPLE = 1_000_000
TURNS = 3
TIMES_FASTER = 5
MOST_MEGABYTES = 250.0
PATIENCE = 900  # seconds before a run that hangs is an error

_COMMON = """
import json, random, resource, sys, time
from tests.bench.big_shop import GIVEN, NICKS, PLACES, SEED
from local_db.templates.model import Purpose, Template
count = int(sys.argv[1])
dice = random.Random(SEED)
cities = [city for listed in PLACES.values() for city in listed.split()]
products = [f"{dice.choice(NICKS)}牌{dice.choice(GIVEN)}味冻干猫粮{dice.randrange(10_000)}" for _ in range(2000)]

def nick(number):
    if number % 3 == 0:
        return f"tb{dice.randrange(10**8, 10**10)}"
    return "".join(dice.choices(NICKS, k=dice.randrange(2, 7))) if number % 10 else ""

nicks = [nick(number) for number in range(count)]
bought = [dice.randrange(len(products)) for _ in range(count)]
towns = [dice.randrange(len(cities)) for _ in range(count)]
BODY = "{nick|亲|8}，您常买的{last_product|宝贝|10}双12直降，{city|}的老朋友再减20元，12日24点截止，先到先得哦，"
TEMPLATE = Template("t", Purpose.MARKETING, "喵屋", BODY, "拒收请回复R")

def peak():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024

def forget_peak():
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")

def report(work):
    try:
        forget_peak()
        before = peak()
    except OSError:  # no such figures on this system
        before = None
    begin = time.perf_counter()
    histogram = work()
    seconds = time.perf_counter() - begin
    extra = None if before is None else peak() - before
    print(json.dumps([seconds, extra, sorted(histogram.items())]))
"""
_OURS = (
    _COMMON
    + """
import numpy as np
from local_db.templates.column import Column
from local_db.templates.texts import Texts
from local_db.templates.vendors import vendor_of
columns = {
    "nick": Column(nicks), "last_product": Column(products, np.array(bought)), "city": Column(cities, np.array(towns)),
}

def work():
    texts = Texts(TEMPLATE, vendor_of("aliyun"), columns, np.zeros(count, np.int8))
    made = sum(1 for text in texts if text)
    assert made == count
    return texts.histogram()

report(work)
"""
)
_PEER = (
    _COMMON
    + """
from collections import Counter
from jinja2 import Environment
from local_db.templates.sms_parts import count_parts
template = Environment().from_string(
    "【喵屋】{{ (nick or '亲')[:8] }}，您常买的{{ (last_product or '宝贝')[:10] }}双12直降，{{ city }}的老朋友"
    "再减20元，12日24点截止，先到先得哦，拒收请回复R"
)

def work():
    histogram = Counter()
    for name, product, town in zip(nicks, bought, towns, strict=True):
        text = template.render(nick=name, last_product=products[product], city=cities[town])
        histogram[count_parts(text).parts] += 1
    return histogram

report(work)
"""
)


def measure() -> list[Figure]:
    """Median seconds of both sides, and what ours takes beyond the columns."""
    turns = [(_run(_OURS), _run(_PEER)) for _ in range(TURNS)]
    ours, peer = zip(*turns, strict=True)
    if any(run[2] != ours[0][2] for run in (*ours, *peer)):
        raise ValueError("the two sides do not count the same parts")
    seconds, theirs = (statistics.median(run[0] for run in side) for side in (ours, peer))
    figures = [Figure("a million texts rendered and counted", "s", seconds, theirs, 1 / TIMES_FASTER)]
    if ours[0][1] is not None:
        extra = max(run[1] for run in ours)
        figures.append(Figure("memory beyond the columns", "MB", extra, None, MOST_MEGABYTES, absolute=True))
    return figures


def _run(code: str) -> tuple[float, float, list[list[int]]]:
    command = [sys.executable, "-c", code, str(PEOPLE)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE)
    seconds, extra, histogram = json.loads(done.stdout)
    return seconds, extra, histogram
