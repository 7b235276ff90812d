"""Statistics as pure functions: numbers in, numbers out, the seed an argument."""
