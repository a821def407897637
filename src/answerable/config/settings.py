"""The settings of a site: one file, every value from the environment, safe by default."""

import os
from pathlib import Path

import dj_database_url

HOME = Path(os.environ.get("ANSWERABLE_HOME", "var")).resolve()
"""Where a site keeps its database, its search index and its files."""

DEBUG = False
SECRET_KEY = os.environ.get("ANSWERABLE_SECRET_KEY", "")
ALLOWED_HOSTS = os.environ.get("ANSWERABLE_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

ANSWERABLE_BODY = os.environ.get("ANSWERABLE_BODY", "IOPC")
"""The code of the body that the site belongs to: its log stands at /log, others' at /CODE/log."""
ANSWERABLE_INDEX = HOME / "index"
"""The search index: a cache, rebuilt from the database at any time."""
ANSWERABLE_ADDRESS = os.environ.get("ANSWERABLE_ADDRESS", "http://localhost:8000")
"""Where readers reach the site: written into feeds, sitemaps and files that leave it."""
ANSWERABLE_LICENCE = os.environ.get("ANSWERABLE_LICENCE", "")
"""The sentence under which others may use what is published: on every page and in every file."""
ANSWERABLE_SMTP = os.environ.get("ANSWERABLE_SMTP", "")
"""The server that mail leaves by: smtp://user:password@host:port?tls=1. Without one, mail waits."""
ANSWERABLE_MAIL_FROM = os.environ.get("ANSWERABLE_MAIL_FROM", "")
"""Who mail comes from: FOI team <foi@body.example>."""
ANSWERABLE_IMAP = os.environ.get("ANSWERABLE_IMAP", "")
"""The mailbox that requests come to: imaps://user:password@host:993/FOLDER?done=FOLDER."""

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django_q",
    "django.contrib.staticfiles",
    "answerable.records.accounts",
    "answerable.records.ledger",
    "answerable.records.archive",
    "answerable.records.casework",
    "answerable.web",
]
MIDDLEWARE = [
    "answerable.web.public.kept.KeptPages",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "answerable.config.urls"
WSGI_APPLICATION = "answerable.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": [], "string_if_invalid": ""},
    }
]
AUTH_USER_MODEL = "accounts.Person"
_RULES = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_RULES}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_RULES}.CommonPasswordValidator"},
    {
        "NAME": f"{_RULES}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
]
FORM_RENDERER = "answerable.web.forms.GovukForms"

_SQLITE = {
    # Deferred transactions fail under four writers: the write lock is taken at the start.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
}
DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("ANSWERABLE_DATABASE", f"sqlite:///{HOME / 'answerable.sqlite3'}"),
        conn_max_age=600,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = _SQLITE
Q_CLUSTER = {
    "name": "answerable",
    "orm": "default",
    "workers": 1,
    # A job ends by itself long before; a killed one comes back after `retry`, never beside itself.
    "timeout": 60 * 60,
    "retry": 65 * 60,
    "ack_failures": True,
    "catch_up": False,
    "poll": 1,
    "guard_cycle": 1,
    "save_limit": 250,
    "log_level": "ERROR",
}
"""Jobs are kept in the database: see docs/decisions/0014-jobs-and-mail.md."""
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

USE_TZ = True
TIME_ZONE = "Europe/London"
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]
LOCALE_PATHS = [Path(__file__).parent.parent / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"without data": {"()": "answerable.web.server_log.WithoutData"}},
    "handlers": {
        "errors": {
            "class": "logging.StreamHandler",
            "level": "ERROR",
            "formatter": "without data",
        }
    },
    "loggers": {
        name: {"handlers": ["errors"], "level": "ERROR", "propagate": False}
        for name in ("django", "django-q", "answerable")
    },
}
