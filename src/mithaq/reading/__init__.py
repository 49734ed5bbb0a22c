"""The reader: text in, findings with spans out. Pure: no Django, no database, no clock."""
