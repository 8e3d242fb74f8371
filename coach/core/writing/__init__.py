"""Judging a short text by rules: pure, offline, explained place by place, in English and German.

:mod:`.text` reads a text into parts, sentences and words, :mod:`.rules` is what authors write,
:mod:`.judge` applies a rule, :mod:`.pattern` is the small language for words, and
:mod:`.readability` and :mod:`.syllables` hold the formulas.
"""
