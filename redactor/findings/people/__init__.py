"""Linking: which mentions are of one person or one thing, and who each person is to the child."""
