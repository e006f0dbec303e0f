"""Tools around the app: starting, testing, example reports, pictures, the portable folder."""
