"""The document pass: what is found once is looked for in the whole draft, in every form in which people write it."""
