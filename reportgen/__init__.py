"""reportgen turns structured briefing data into printable, accessible briefing papers."""

__version__ = "0.1.0"

__all__ = ["__version__"]
