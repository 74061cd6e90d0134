"""Speed, measured as ratios against a named floor in the same run (`make bench`)."""
