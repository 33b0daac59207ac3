"""LOAD: what the author wrote. In: YAML files. Out: a Brochure whose every node knows its place."""
