# Every target is one word for tools/bootstrap.py, so that a machine without make can do the same.
PYTHON ?= python3

.PHONY: setup run test check bench lock messages

setup run test check bench lock messages:
	$(PYTHON) tools/bootstrap.py $@
