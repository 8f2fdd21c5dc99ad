"""How shapes.json was made: run once by hand, `python draw.py countries-50m.json`, never during a build.

Input: the file of that name in the npm package world-atlas 2.0.2 (Natural Earth 4.1, public domain). Projection: Lambert
azimuthal equal-area around 61 N, 17 E, so that no country looks larger than it is. Borders are thinned to what shows at 600
pixels. Russia is cut at the frame; overseas parts outside the frame are left out.
"""

import json
import math
import sys
from pathlib import Path

CENTRE = (math.radians(17.0), math.radians(61.0))
WIDTH, HEIGHT = 600, 505
FRAME = (-1980, -1640, 1500, 1290)  # kilometres west, south, east and north of the centre
COVERED = {"208": "DK", "246": "FI", "352": "IS", "578": "NO", "752": "SE", "233": "EE", "428": "LV", "440": "LT", "276": "DE", "616": "PL", "643": "RU"}
AROUND = {"804", "826", "372", "528", "056", "442", "250", "756", "040", "203", "703", "348", "112", "642", "498", "234", "744", "438", "705"}
COARSENESS = 0.8  # pixels


def project(lon, lat):
    """Degrees -> pixels."""
    lam, phi = math.radians(lon) - CENTRE[0], math.radians(lat)
    k = math.sqrt(2 / (1 + math.sin(CENTRE[1]) * math.sin(phi) + math.cos(CENTRE[1]) * math.cos(phi) * math.cos(lam)))
    x = 6371 * k * math.cos(phi) * math.sin(lam)
    y = 6371 * k * (math.cos(CENTRE[1]) * math.sin(phi) - math.sin(CENTRE[1]) * math.cos(phi) * math.cos(lam))
    west, south, east, north = FRAME
    return (x - west) / (east - west) * WIDTH, (north - y) / (north - south) * HEIGHT


def arcs_of(topology):
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        yield points


def rings(geometry, arcs):
    groups = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in groups:
        for ring in polygon:
            points = []
            for index in ring:
                part = arcs[index] if index >= 0 else arcs[~index][::-1]
                points.extend(part[1:] if points else part)
            yield points


def clip(points):
    """Cut a ring at the frame (Sutherland and Hodgman), a little outside it."""
    for axis, limit, keep in ((0, -5, 1), (0, WIDTH + 5, -1), (1, -5, 1), (1, HEIGHT + 5, -1)):
        cut = []
        for a, b in zip(points, points[1:] + points[:1]):
            inside_a, inside_b = (a[axis] - limit) * keep >= 0, (b[axis] - limit) * keep >= 0
            if inside_a:
                cut.append(a)
            if inside_a != inside_b:
                t = (limit - a[axis]) / (b[axis] - a[axis])
                cut.append((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
        points = cut
        if len(points) < 3:
            return []
    return points


def thin(points, tolerance):
    """Ramer, Douglas and Peucker."""
    if len(points) < 3:
        return points
    (x0, y0), (x1, y1) = points[0], points[-1]
    length = math.hypot(x1 - x0, y1 - y0)
    worst, where = 0, 0
    for i, (x, y) in enumerate(points[1:-1], 1):
        away = abs((y1 - y0) * x - (x1 - x0) * y + x1 * y0 - y1 * x0) / length if length else math.hypot(x - x0, y - y0)
        if away > worst:
            worst, where = away, i
    if worst <= tolerance:
        return [points[0], points[-1]]
    return thin(points[: where + 1], tolerance)[:-1] + thin(points[where:], tolerance)


def area(points):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1]))) / 2


def path_of(geometry, arcs):
    parts = []
    for ring in rings(geometry, arcs):
        if ukrainian(ring):
            continue
        if any(abs(lon - 17) > 100 for lon, _ in ring):
            ring = [(lon, lat) for lon, lat in ring if abs(lon - 17) <= 100]
        cut = clip([project(*point) for point in ring])
        if len(cut) < 3 or area(cut) < 6:
            continue
        half = len(cut) // 2
        small = thin(cut[: half + 1], COARSENESS)[:-1] + thin(cut[half:] + cut[:1], COARSENESS)[:-1]
        if len(small) > 2:
            parts.append("M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in small) + "Z")
    return "".join(parts)


def ukrainian(ring):
    """Whether a ring that the data give to Russia is Crimea, which is Ukraine (UN General Assembly resolution 68/262)."""
    return all(32 < lon < 37 and 44 < lat < 46.5 for lon, lat in ring)


def main(file):
    topology = json.loads(Path(file).read_text("utf-8"))
    arcs = list(arcs_of(topology))
    covered, around = {}, []
    for geometry in topology["objects"]["countries"]["geometries"]:
        key = str(geometry.get("id"))
        if key in COVERED:
            covered[COVERED[key]] = path_of(geometry, arcs)
        elif key in AROUND:
            around.append(path_of(geometry, arcs))
    shapes = {"width": WIDTH, "height": HEIGHT, "countries": dict(sorted(covered.items())), "around": "".join(around)}
    Path(__file__).with_name("shapes.json").write_text(json.dumps(shapes, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
