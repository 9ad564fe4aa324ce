"""Editors of one value each, the same in a grid's cell and in a form.

Each has ``value()`` (raises InputError for what cannot be read), ``set_value(value)`` and the signal
``finished`` for "the user chose something, take it"; none rewrites text under the caret.
"""
