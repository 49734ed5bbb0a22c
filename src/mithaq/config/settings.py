"""Settings: one file and the environment. A wrong value stops the start with a sentence that says what to do.

`default` reads and writes as the viewer; `owner` migrates and does nothing else. Both are one database.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key


def env(name: str, default: str = "") -> str:
    """An environment variable, or the content of the file that ``NAME_FILE`` names."""
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(name, default)


def env_bool(name: str, default: bool) -> bool:
    """True or False, written so; anything else stops the start."""
    value = env(name, str(default))
    if value not in ("True", "False"):
        raise ImproperlyConfigured(f"{name} is {value!r}; write True or False.")
    return value == "True"


HOUSE = Path(__file__).resolve().parent.parent
HOME = Path(env("MITHAQ_HOME", "var")).resolve()


def secret_key() -> str:
    """The key of this installation: from the environment, else made once and kept in the data folder."""
    if key := env("SECRET_KEY"):
        return key
    kept = HOME / "secret.key"
    if not kept.exists():
        HOME.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(get_random_secret_key(), encoding="utf-8")
    return kept.read_text(encoding="utf-8")


SECRET_KEY = secret_key()
DEBUG = env_bool("DEBUG", default=False)
DEMO = env_bool("MITHAQ_DEMO", default=False)  # lets anybody on this machine sign in as one of the cast
SECURE = env_bool("MITHAQ_SECURE", default=False)  # behind HTTPS: secure cookies and HSTS
ALLOWED_HOSTS = env("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
APP_ROLE = "mithaq_app"
TIME_ZONE = env("TIME_ZONE", "Asia/Kuwait")
USE_TZ = True
LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", "العربية"), ("en", "English")]
LOCALE_PATHS = [HOUSE / "locale"]
USE_I18N = True

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "ninja",
    "allauth",
    "allauth.account",
    "django_tasks",
    "django_tasks_db",
    "mithaq.access",
    "mithaq.archive",
    "mithaq.proposals",
    "mithaq.register.parties",
    "mithaq.register.programmes",
    "mithaq.register.meetings",
    "mithaq.register.activities",
    "mithaq.register.commitments",
    "mithaq.register.training",
    "mithaq.register.instruments",
    "mithaq.register.consultations",
    "mithaq.register.texts",
    "mithaq.register.outreach",
    "mithaq.followup",
    "mithaq.reviews.runs",
    "mithaq.reviews.cases",
    "mithaq.reviews.findings",
    "mithaq.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "mithaq.web.middleware.AsChosen",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "mithaq.web.middleware.Doorkeeper",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HOUSE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "mithaq.web.context.house",
            ],
            "builtins": ["mithaq.web.templatetags.mithaq"],
        },
    }
]
ROOT_URLCONF = "mithaq.config.urls"
WSGI_APPLICATION = "mithaq.config.wsgi.application"
AUTH_USER_MODEL = "access.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*"]
ACCOUNT_ADAPTER = "mithaq.web.signin.Adapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody is sent mail because somebody typed their address
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_NAME = "__Host-mithaq" if SECURE else "mithaq"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
CSRF_USE_SESSIONS = False
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        **{f"{kind}-src": [SELF] for kind in ("script", "style", "img", "font", "connect")},
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

STATIC_URL = "static/"
STATICFILES_DIRS = [HOUSE / "web" / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024  # the longest text that is taken, in letters of two bytes
FILE_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 1000  # in one form: an archive comes in many files at once
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
EMAIL_BACKEND = env("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend")
EMAIL_HOST = env("EMAIL_HOST", "localhost")
EMAIL_PORT = int(env("EMAIL_PORT", "25"))
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", "mithaq@example.org")
SITE_ADDRESS = env("MITHAQ_ADDRESS", "http://127.0.0.1:8000")  # for links in mail
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", "WARNING")},
}


def sqlite(path: str) -> dict[str, Any]:
    """One file: `default` through the gate, `owner` through Django's own engine."""
    pragmas = (
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA mmap_size = 268435456; PRAGMA cache_size = -65536"
    )
    common = {"NAME": path, "CONN_MAX_AGE": None}
    options = {"timeout": 20, "init_command": pragmas}
    gated = {**options, "cached_statements": 1000, "authorizer": env_bool("MITHAQ_AUTHORIZER", default=False)}
    return {
        "default": {**common, "ENGINE": "mithaq.access.backends.sqlite", "OPTIONS": gated},
        "owner": {**common, "ENGINE": "django.db.backends.sqlite3", "OPTIONS": options},
    }


def postgresql(url: str) -> dict[str, Any]:
    """``postgresql://owner:secret@host:port/name``: `owner` owns the tables, `default` is the role under the policies.

    An empty host, or ``?host=/folder``, means a unix socket. MITHAQ_APP_PASSWORD is the app role's password, if it has one.
    """
    parts = urlsplit(url)
    query = dict(pair.partition("=")[::2] for pair in parts.query.split("&") if pair)
    common = {
        "NAME": unquote(parts.path.lstrip("/")) or "mithaq",
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": str(parts.port or query.get("port", "")),
        "CONN_MAX_AGE": None,
    }
    app = {"USER": APP_ROLE, "PASSWORD": env("MITHAQ_APP_PASSWORD")}
    owner = {"USER": unquote(parts.username or "postgres"), "PASSWORD": unquote(parts.password or "")}
    return {
        "default": {**common, **app, "ENGINE": "mithaq.access.backends.postgresql"},
        "owner": {**common, **owner, "ENGINE": "django.db.backends.postgresql"},
    }


DATABASE_URL = env("DATABASE_URL")
DATABASES = postgresql(DATABASE_URL) if DATABASE_URL.startswith("postgres") else sqlite(str(HOME / "mithaq.sqlite3"))
