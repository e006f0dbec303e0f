"""Tables of other shapes, turned into rows of areas with columns of numbers."""
