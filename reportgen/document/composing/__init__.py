"""A draft and its drawn charts to the document: appendix, list of sources, contents."""
