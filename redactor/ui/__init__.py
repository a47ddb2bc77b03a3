"""The window. Qt is here and nowhere else; widgets know the session, and the session knows the case."""
