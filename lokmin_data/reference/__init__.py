"""Reference data of `data/reference`: indicators, targets, populations, sectors, causes, header words."""

from lokmin_data.reference.catalogue import (
    REFERENCE_FOLDER,
    default_settings,
    indicators,
    load_indicators,
    load_targets,
    programmes,
    target_for,
)

__all__ = ["REFERENCE_FOLDER", "default_settings", "indicators", "load_indicators", "load_targets", "programmes", "target_for"]
