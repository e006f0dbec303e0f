"""Benchmarks: `python -m bench` prints every line with its target, what was measured, and pass or short."""
