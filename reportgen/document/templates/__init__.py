"""`{{ … }}` and `{% … %}`: Jinja, strict and in a sandbox, whose output still knows the author's lines."""
