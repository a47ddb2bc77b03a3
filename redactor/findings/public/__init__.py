"""What is no identifier: works and researchers cited, Acts, national bodies, published cases, abbreviations."""
