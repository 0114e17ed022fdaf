"""What the engine says in words: one table of texts a language, numbers, dates and lists as the language writes them.

`words_for("en-GB")` gives the words of a document's language. A new language is a new YAML file beside `en.yaml`.
"""

from reportgen.language.tables import languages
from reportgen.language.words import UnknownLanguage, Words, words_for

__all__ = ["UnknownLanguage", "Words", "languages", "words_for"]
