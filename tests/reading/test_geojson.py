"""Boundaries of desa from an uploaded GeoJSON."""

import json
import math

import pytest

from lokmin_data.reading.opening.geojson import MAX_BYTES, MAX_POINTS_A_RING, MapRefused, as_document, read_geojson


def feature(geometry, **properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features):
    return json.dumps({"type": "FeatureCollection", "features": list(features)}).encode()


SQUARE = [[110.0, -7.0], [110.1, -7.0], [110.1, -7.1], [110.0, -7.1], [110.0, -7.0]]


def test_polygon_and_multipolygon_are_read_and_points_are_not():
    shapes = read_geojson(
        collection(
            feature({"type": "Polygon", "coordinates": [SQUARE]}, NAMOBJ="Sukamaju"),
            feature({"type": "MultiPolygon", "coordinates": [[SQUARE], [SQUARE]]}, NAMOBJ="Karangsari"),
            feature({"type": "Point", "coordinates": [110, -7]}, NAMOBJ="Kantor"),
        )
    )
    assert [(shape.name, len(shape.rings)) for shape in shapes] == [("Sukamaju", 1), ("Karangsari", 2)]
    assert shapes[0].rings[0][1] == (110.1, -7.0)


def test_the_name_is_the_text_that_differs():
    shapes = read_geojson(
        collection(
            feature({"type": "Polygon", "coordinates": [SQUARE]}, kecamatan="X", wilayah="Mekar"),
            feature({"type": "Polygon", "coordinates": [SQUARE]}, kecamatan="X", wilayah="Sari"),
        )
    )
    assert [shape.name for shape in shapes] == ["Mekar", "Sari"]


def test_a_detailed_ring_is_thinned_and_stays_closed():
    circle = [[110 + math.cos(t / 500) / 10, -7 + math.sin(t / 500) / 10] for t in range(int(500 * 2 * math.pi))]
    circle.append(circle[0])
    ring = read_geojson(collection(feature({"type": "Polygon", "coordinates": [circle]}, nama="A")))[0].rings[0]
    assert len(ring) <= MAX_POINTS_A_RING + 1
    assert ring[0] == ring[-1]
    widths = max(x for x, _ in ring) - min(x for x, _ in ring)
    assert widths == pytest.approx(0.2, abs=0.01)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"bukan json", "bukan GeoJSON"),
        (b"[1, 2]", "FeatureCollection"),
        (b"\xff\xfe\x00", "bukan GeoJSON"),
        (b"[" * 100_000, "bukan GeoJSON"),
        (collection(feature({"type": "Point", "coordinates": [1, 2]}, nama="A")), "Tidak ada batas wilayah"),
        (collection(feature({"type": "Polygon", "coordinates": [[[680000, 9200000]] * 5]}, nama="A")), "EPSG:4326"),
        (collection(feature({"type": "Polygon", "coordinates": "x"}, nama="A")), "Tidak ada batas wilayah"),
        (collection(feature(None, nama="A")), "Tidak ada batas wilayah"),
        (b" " * (MAX_BYTES + 1), "melebihi"),
    ],
)
def test_what_is_no_map_is_refused_with_advice(data, words):
    with pytest.raises(MapRefused, match=words):
        read_geojson(data)


def test_only_matched_areas_are_kept():
    shapes = read_geojson(
        collection(
            feature({"type": "Polygon", "coordinates": [SQUARE]}, nama="Sukamaju"),
            feature({"type": "Polygon", "coordinates": [SQUARE]}, nama="Laut"),
        )
    )
    assert [area["desa_id"] for area in as_document(shapes, {"Sukamaju": 7})["wilayah"]] == [7]
