"""RESOLVE: the numbers of the year. In: a Brochure and the figures. Out: the Brochure with its numbers in."""
