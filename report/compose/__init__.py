"""COMPOSE: Japanese text and blocks. In: content and the style. Out: boxes that know their height."""
