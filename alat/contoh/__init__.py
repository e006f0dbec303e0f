"""The example: a fictional Puskesmas, its story in numbers, and its reports in the layouts that real ones use."""
