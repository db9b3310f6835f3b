"""The card of a moment's ladders: small steps, drawn as stairs while they are typed."""
