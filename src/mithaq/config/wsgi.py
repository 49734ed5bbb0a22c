"""The WSGI application."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mithaq.config.settings")
application = get_wsgi_application()

# What stands after the start stays for ever: it need not be looked through again while pages are made, and a page makes
# some ten thousand short-lived objects, so looking after each 700 of them would cost a tenth of its time.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 20)
