"""Charts: the contract with chart kinds, finding and drawing them, the recorded picture, and the cache.

The kinds themselves are files in `charts/`; setting a picture on a page is `reportgen.pdf`'s.
"""
