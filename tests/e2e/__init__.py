"""Browser tests: a real server, a real Chromium, no network."""
