"""Letters, talks and what came of them: whom to write to, what the letter says, and what is written down about it."""
