"""From Text to words: catalogues, formats, and what makes text from outside harmless."""
