"""The filters that authors write after a value: `{{ chapters.Montenegro.closed | words }}`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

FILTERS: Mapping[str, Callable[..., object]] = {}
"""Each takes the words of the language, the value and the filter's own arguments; it raises `values.Fault`."""
