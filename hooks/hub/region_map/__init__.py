"""The region's outline for the map: {"width", "height", "countries": {code: path}, "around": path}. draw.py made it."""

import json
from functools import cache
from pathlib import Path


@cache
def region_map():
    return json.loads(Path(__file__).with_name("shapes.json").read_text("utf-8"))
