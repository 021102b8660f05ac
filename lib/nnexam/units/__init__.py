"""One package for each unit, named like it; each has EXERCISES, in the order of its notebook."""
