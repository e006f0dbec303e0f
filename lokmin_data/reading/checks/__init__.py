"""What in a report contradicts itself."""
