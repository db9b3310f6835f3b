"""Everything a user can do to a wall, as pure functions `(store, arguments) -> Patch`.

One module per noun, imperative verbs. The rules between records live here and nowhere else.
"""
