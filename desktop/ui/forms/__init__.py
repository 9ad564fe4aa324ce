"""Forms made from the declarations of entities, with the words of every field and choice."""
