"""Reads the desa boundaries that a Puskesmas uploads as GeoJSON: bytes in, simplified rings out."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from lokmin_data.model import LokminError

MAX_BYTES = 20_000_000
MAX_FEATURES = 2_000
MAX_POINTS = 500_000
#: A polygon on a projector needs no more; a page of 400 desa stays near 1 MB.
MAX_POINTS_A_RING = 120
#: Properties that Indonesian boundary files use for the name of a desa, best first.
NAME_PROPERTIES = (
    "NAMOBJ", "WADMKD", "DESA", "NAMA_DESA", "DESA_KELUR", "KELURAHAN", "NAMA_KEL", "NAMA", "NAME", "NM_DESA", "VILLAGE",
)  # fmt: skip

Ring = tuple[tuple[float, float], ...]


class MapRefused(LokminError):
    """The file cannot be used as a map; the text says why and what to do."""


@dataclass(frozen=True)
class Shape:
    """One area of the map: its name as the file prints it, outer rings in degrees (longitude, latitude)."""

    name: str
    rings: tuple[Ring, ...]


def read_geojson(data: bytes) -> tuple[Shape, ...]:
    """The Polygon and MultiPolygon features of a GeoJSON file; other geometries are left out.

    Raises MapRefused where the file is too large, is no GeoJSON, or holds no area.
    """
    if len(data) > MAX_BYTES:
        raise MapRefused(f"Berkas peta melebihi {MAX_BYTES // 1_000_000} MB. Sederhanakan petanya lebih dahulu.")
    features = _features(data)
    if len(features) > MAX_FEATURES:
        raise MapRefused(
            f"Peta berisi {len(features)} wilayah, paling banyak {MAX_FEATURES}. Unggah peta satu kecamatan saja."
        )
    name_of = _name_property(features)
    shapes = [Shape(_name(feature, name_of), _rings(feature.get("geometry"))) for feature in features]
    kept = tuple(shape for shape in shapes if shape.rings)
    if not kept:
        raise MapRefused(
            "Tidak ada batas wilayah (Polygon) di dalam berkas ini. Periksa apakah berkasnya peta batas desa."
        )
    return kept


def _features(data: bytes) -> list[dict[str, Any]]:
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise MapRefused(
            "Berkas ini bukan GeoJSON yang utuh. Simpan ulang petanya sebagai GeoJSON (EPSG:4326)."
        ) from error
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list) or not all(isinstance(feature, dict) for feature in features):
        raise MapRefused(
            "Berkas ini bukan GeoJSON FeatureCollection. Simpan ulang petanya sebagai GeoJSON (EPSG:4326)."
        )
    return features


def _properties(feature: dict[str, Any]) -> dict[str, Any]:
    found = feature.get("properties")
    return found if isinstance(found, dict) else {}


def _name_property(features: Sequence[dict[str, Any]]) -> str:
    """The property that names the desa: a known one, else the text with the most different values."""
    texts: dict[str, set[str]] = {}
    for feature in features:
        for key, value in _properties(feature).items():
            if isinstance(value, str) and value.strip():
                texts.setdefault(key, set()).add(value)
    folded = {key.upper(): key for key in texts}
    known = [folded[name] for name in NAME_PROPERTIES if name in folded and len(texts[folded[name]]) > 1]
    if known:
        return known[0]
    return max(texts, key=lambda key: len(texts[key]), default="")


def _name(feature: dict[str, Any], key: str) -> str:
    return " ".join(str(_properties(feature).get(key) or "").split())[:80]


def _rings(geometry: object) -> tuple[Ring, ...]:
    """The outer rings, simplified; holes are not drawn."""
    if not isinstance(geometry, dict):
        return ()
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    polygons = [coordinates] if kind == "Polygon" else coordinates if kind == "MultiPolygon" else []
    rings: list[Ring] = []
    for polygon in polygons if isinstance(polygons, list) else []:
        ring = _ring(polygon[0]) if isinstance(polygon, list) and polygon else ()
        if len(ring) >= 4:
            rings.append(ring)
    return tuple(rings)


def _ring(points: object) -> Ring:
    if not isinstance(points, list):
        return ()
    if len(points) > MAX_POINTS:
        raise MapRefused("Batas wilayah terlalu rinci. Sederhanakan petanya lebih dahulu.")
    clean = [point for point in map(_point, points) if point is not None]
    return tuple(_simplify(clean, MAX_POINTS_A_RING))


def _point(value: object) -> tuple[float, float] | None:
    if not isinstance(value, list) or len(value) < 2 or not all(isinstance(part, int | float) for part in value[:2]):
        return None
    x, y = float(value[0]), float(value[1])
    if not (math.isfinite(x) and math.isfinite(y)):
        return None
    if abs(x) > 180 or abs(y) > 90:
        raise MapRefused(
            "Koordinat peta bukan derajat bujur dan lintang. Simpan ulang sebagai GeoJSON EPSG:4326 (WGS 84)."
        )
    return (round(x, 5), round(y, 5))


def _simplify(points: Sequence[tuple[float, float]], most: int) -> list[tuple[float, float]]:
    """Visvalingam-like thinning: keeps the ends and the points that bend the line most."""
    if len(points) <= most:
        return list(points)
    bends = [math.inf] + [_bend(*points[i - 1 : i + 2]) for i in range(1, len(points) - 1)] + [math.inf]
    # An even share of places first, so that a smooth long side does not collapse into one straight line.
    step = max(1, 2 * len(points) // most)
    kept = set(range(0, len(points), step)) | {len(points) - 1}
    for index in sorted(range(len(points)), key=lambda i: bends[i], reverse=True):
        if len(kept) >= most:
            break
        kept.add(index)
    return [points[index] for index in sorted(kept)]


def _bend(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    """Twice the area of the triangle: what is lost when the middle point goes."""
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]))


def as_document(shapes: Iterable[Shape], desa_of: dict[str, int]) -> dict[str, Any]:
    """The map as it is stored: only areas that were matched with a desa, with its id."""
    return {
        "wilayah": [
            {
                "desa_id": desa_of[shape.name],
                "nama": shape.name,
                "batas": [[list(point) for point in ring] for ring in shape.rings],
            }
            for shape in shapes
            if shape.name in desa_of
        ]
    }
