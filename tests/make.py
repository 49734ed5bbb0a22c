"""Things tests need, made by calling operations, as a person who may."""
