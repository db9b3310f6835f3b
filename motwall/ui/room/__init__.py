"""Room: the wall page on a panel that several people stand at, with fingers and nothing modal."""
