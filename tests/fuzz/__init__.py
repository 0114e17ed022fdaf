"""Fuzzing: briefings are damaged at random, and whatever they have become, the command ends as it promises.

    make fuzz                    ten minutes on all cores
    make fuzz MINUTES=60 SEED=7

It promises: a sentence and an exit status, never a traceback and never a hang; a paper that is written conforms; the
same sources give the same bytes. What breaks a promise is reduced to the fewest changes and left as a folder in
`output/fuzz/`.
"""
