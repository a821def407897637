"""The settings of a site: one file, every value from the environment, safe by default."""

import os
from pathlib import Path

import dj_database_url

from answerable.domain.clock.drafting import DRAFT_WORKING_DAYS
from answerable.domain.decisions.decision import Authority, BodyKind
from answerable.domain.personal.kinds import Finder
from answerable.inspecting.compared.apart import Compared
from answerable.mail.servers import smtp_server_at

HOME = Path(os.environ.get("ANSWERABLE_HOME", "var")).resolve()
"""Where a site keeps its database, its search index and its files."""

DEBUG = False
SECRET_KEY = os.environ.get("ANSWERABLE_SECRET_KEY", "")
ALLOWED_HOSTS = os.environ.get("ANSWERABLE_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

ANSWERABLE_BODY = os.environ.get("ANSWERABLE_BODY", "IOPC")
"""The code of the body that the site belongs to: its log stands at /log, others' at /CODE/log."""
ANSWERABLE_INDEX = HOME / "index"
"""The search index: a cache, rebuilt from the database at any time."""
ANSWERABLE_CASEWORK_INDEX = HOME / "casework-index"
"""The index of requests for officers: a cache, too, in a folder that no public page reads."""
ANSWERABLE_QUESTION_INDEX = HOME / "question-index"
"""The index of published questions, in which earlier ones like a question are looked for: a cache, too."""
ANSWERABLE_CASEWORK_QUESTION_INDEX = HOME / "casework-question-index"
"""The same of the questions that were answered here, for officers: no public page reads it."""
ANSWERABLE_WORKERS = HOME / "workers"
"""A lock for each worker of this machine that reads imports: it is free once its worker has ended."""
ANSWERABLE_ADDRESS = os.environ.get("ANSWERABLE_ADDRESS", "http://localhost:8000")
"""Where readers reach the site: written into feeds, sitemaps and files that leave it."""
ANSWERABLE_AUTHORITY = Authority(BodyKind(os.environ.get("ANSWERABLE_BODY_KIND", "other")))
"""What kind of body it is, where the Act makes a difference."""
_VOCABULARIES = os.environ.get("ANSWERABLE_VOCABULARIES")
ANSWERABLE_VOCABULARIES = Path(_VOCABULARIES) if _VOCABULARIES else None
ANSWERABLE_OFFICE = Path(os.environ.get("ANSWERABLE_OFFICE") or HOME / "office.toml")
"""The office's own facts, as its letters state them."""
ANSWERABLE_DRAFT_DAYS = int(os.environ.get("ANSWERABLE_DRAFT_DAYS") or DRAFT_WORKING_DAYS)
"""How many working days before its answer a draft is due: the office's own deadline."""
ANSWERABLE_COMPARE = Compared(os.environ.get("ANSWERABLE_COMPARE") or "where-installed")
ANSWERABLE_PERSONAL_FINDER = Finder(os.environ.get("ANSWERABLE_PERSONAL_FINDER") or "own")
"""Who looks for personal data in files that wait to leave: our own rules, or Presidio beside them."""
_PERSONAL_MODEL = os.environ.get("ANSWERABLE_PERSONAL_MODEL")
ANSWERABLE_PERSONAL_MODEL = Path(_PERSONAL_MODEL) if _PERSONAL_MODEL else None
"""The folder with the model that Presidio uses."""
ANSWERABLE_LICENCE = os.environ.get("ANSWERABLE_LICENCE", "")
"""The sentence under which others may use what is published: on every page and in every file."""
ANSWERABLE_PARAPHRASE = os.environ.get("ANSWERABLE_PARAPHRASE", "")
"""The folder with a model of paraphrase, by which earlier questions in other words are found; "none" for none."""
ANSWERABLE_FIGURES_PROFILE = os.environ.get("ANSWERABLE_FIGURES_PROFILE") or "round-5"
"""How small numbers of grounds of refusal are protected where everybody reads the office's figures."""
ANSWERABLE_IMAP = os.environ.get("ANSWERABLE_IMAP", "")
"""The mailbox that requests come to: imaps://user:password@host:993/FOLDER?done=FOLDER."""

ANSWERABLE_MAIL_LARGEST = float(os.environ.get("ANSWERABLE_MAIL_LARGEST") or 10)
"""How many megabytes of files a mail carries: those of a larger answer are fetched by a link."""

ANSWERABLE_SECOND_FACTOR = os.environ.get("ANSWERABLE_SECOND_FACTOR", "required")
"""Whether staff must have a second factor before they do anything else: `required` or `optional`."""
_IS_SECURE = ANSWERABLE_ADDRESS.startswith("https://")
ANSWERABLE_TAKES_REQUESTS = os.environ.get("ANSWERABLE_TAKES_REQUESTS", "yes") == "yes"
"""Whether people can make requests on this site: by the public form, and other systems by the API."""
ANSWERABLE_SURVEY = os.environ.get("ANSWERABLE_SURVEY", "no") == "yes"
"""Whether each mail that carries an answer offers the survey: off until an office decides to ask."""
ANSWERABLE_PROXIES = int(os.environ.get("ANSWERABLE_PROXIES", "0"))
"""How many proxies stand in front: what only a reader says of their own address is not believed."""

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django_q",
    "django.contrib.staticfiles",
    "answerable.records.accounts",
    "answerable.records.ledger",
    "answerable.records.archive",
    "answerable.records.registers",
    "answerable.records.casework",
    "answerable.records.standards",
    # Before allauth: our templates stand in place of its own.
    "answerable.web",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]
MIDDLEWARE = [
    "answerable.web.public.kept.KeptPages",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "answerable.web.entrance.ClosedByDefault",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "answerable.config.urls"
WSGI_APPLICATION = "answerable.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                # The library for sign-in reads the request in its tags.
                "django.template.context_processors.request",
                "answerable.web.staff.frame",
            ],
            "string_if_invalid": "",
        },
    }
]

# ── People and sign-in (docs/decisions/0014-people-and-sign-in.md) ──────────────────────────────────

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
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"

SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _IS_SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # as long as the browser
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
CSRF_TRUSTED_ORIGINS = [ANSWERABLE_ADDRESS]
CSRF_FAILURE_VIEW = "answerable.web.staff.form_expired"
# Attempts to sign in are counted by all processes on all machines together: in the database.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_count",
        # Fewer would let somebody who tries many addresses push out the counts of one.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
ALLAUTH_TRUSTED_PROXY_COUNT = ANSWERABLE_PROXIES

ACCOUNT_ADAPTER = "answerable.web.accounts.adapters.Accounts"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if _IS_SECURE else "http"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_FORMS = {
    "login": "answerable.web.accounts.sign_in_forms.SignIn",
    "reauthenticate": "answerable.web.accounts.sign_in_forms.PasswordAgain",
    "change_password": "answerable.web.accounts.sign_in_forms.ChangePassword",
    "reset_password": "answerable.web.accounts.sign_in_forms.ForgottenPassword",
    "reset_password_from_key": "answerable.web.accounts.sign_in_forms.NewPassword",
}
MFA_ADAPTER = "answerable.web.accounts.adapters.SecondFactors"
MFA_SUPPORTED_TYPES = ["recovery_codes", "totp", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Answerable"
# Telephones' clocks go wrong: one code before and one after count, too.
MFA_TOTP_TOLERANCE = 1
# Browsers offer passkeys without https on this very machine only.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _IS_SECURE
MFA_FORMS = {
    "authenticate": "answerable.web.accounts.sign_in_forms.Code",
    "reauthenticate": "answerable.web.accounts.sign_in_forms.CodeAgain",
    "activate_totp": "answerable.web.accounts.sign_in_forms.FirstCode",
    "add_webauthn": "answerable.web.accounts.sign_in_forms.NewPasskey",
    "edit_webauthn": "answerable.web.accounts.sign_in_forms.PasskeyName",
}
SOCIALACCOUNT_ADAPTER = "answerable.web.accounts.adapters.SingleSignOn"
# Our own form leads nowhere else (form-action): single sign-on begins with a link.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
_ISSUER = os.environ.get("ANSWERABLE_OIDC_ISSUER", "")
_CLIENT = os.environ.get("ANSWERABLE_OIDC_CLIENT", "")
_SECRET = os.environ.get("ANSWERABLE_OIDC_SECRET", "")
_PROVIDER = {
    "provider_id": "office",
    "name": "single sign-on",
    "client_id": _CLIENT,
    "secret": _SECRET,
    "settings": {"server_url": _ISSUER},
}
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [_PROVIDER] if _ISSUER and _CLIENT and _SECRET else [],
    }
}

_SMTP = smtp_server_at(os.environ.get("ANSWERABLE_SMTP", ""))
ANSWERABLE_SENDS_MAIL = _SMTP.host != ""
DEFAULT_FROM_EMAIL = os.environ.get("ANSWERABLE_MAIL_FROM", "") or f"answerable@{_SMTP.host}"
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if ANSWERABLE_SENDS_MAIL
    else "answerable.config.smtp.NoMail"
)
EMAIL_HOST, EMAIL_PORT = _SMTP.host, _SMTP.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _SMTP.user, _SMTP.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _SMTP.starts_tls, _SMTP.is_secure
EMAIL_TIMEOUT = 20
ACCOUNT_EMAIL_NOTIFICATIONS = ANSWERABLE_SENDS_MAIL

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
"""Jobs are kept in the database: see docs/decisions/0016-jobs-and-mail.md."""
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
    # Libraries warn of what they read, in its own words: without this, Python would print them.
    "root": {"handlers": ["errors"], "level": "ERROR"},
    "loggers": {
        name: {"handlers": ["errors"], "level": "ERROR", "propagate": False}
        for name in ("django", "allauth", "django-q", "answerable")
    },
}
