"""Organisational units: the registry `units.yml`, and which units a bulletin is about."""
