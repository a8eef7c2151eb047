"""People: the registry `people.yml`, and who wrote and photographed a bulletin."""
