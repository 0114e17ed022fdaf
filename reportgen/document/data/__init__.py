"""Tables and facts as texts and blocks see them; values, their words and their arithmetic."""
