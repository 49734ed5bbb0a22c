"""Mithaq (ميثاق): the open working system of a cooperation initiative between states."""
