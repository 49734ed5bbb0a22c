"""The settings of the test run: ``DB=sqlite`` (the default) or ``DB=postgresql``.

Chosen here, not in a hook: Django settles its connections when the first model is loaded.
"""

import os
import tempfile
from pathlib import Path

HOME_OF_RUN = Path(tempfile.mkdtemp(prefix="mithaq-test-"))
os.environ |= {"MITHAQ_HOME": str(HOME_OF_RUN), "SECRET_KEY": "only for tests", "MITHAQ_AUTHORIZER": "True"}
os.environ.pop("DATABASE_URL", None)

from mithaq.config.settings import *  # noqa: E402, F403
from tests import databases  # noqa: E402

DATABASES = databases.sqlite(HOME_OF_RUN) if os.environ.get("DB", "sqlite") == "sqlite" else databases.postgresql()
DEMO = True
WHITENOISE_AUTOREFRESH = True  # looks a file up when it is asked for: each test client would look through them all
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
