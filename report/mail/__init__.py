"""The brochure to the people of a list, by mail: the letters, and how they travel."""
