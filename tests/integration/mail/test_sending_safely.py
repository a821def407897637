"""Mail leaves over TLS, to a server that proves who it is, under the office's own name."""

import datetime as dt
import ipaddress
import ssl

import pytest
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from answerable.mail.sending import send_waiting
from tests.support.mail_server import mail_server
from tests.support.outbox import OFFICE, write

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate of this machine that nobody vouches for, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    day = dt.timedelta(days=1)
    now = dt.datetime.now(dt.UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - day)
        .not_valid_after(now + day)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "server.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + built.public_bytes(serialization.Encoding.PEM)
    )
    return file


@pytest.fixture
def post(settings, certificate):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)

    def knows(_server, _session, _envelope, _mechanism, data):
        return AuthResult(success=(data.login, data.password) == (b"foi", b"secret"), handled=False)

    options = {"require_starttls": True, "auth_required": True, "authenticator": knows}
    with mail_server(tls_context=context, **options) as post:
        post.serve(settings, sender=OFFICE)
        settings.EMAIL_USE_TLS = True
        settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "foi", "secret"
        yield post


def test_mail_goes_to_a_server_that_proves_who_it_is(post, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    write()

    assert send_waiting() == {"sent": 1}
    assert len(post.taken) == 1


def test_nothing_is_given_to_a_server_that_nobody_vouches_for(post):
    mail = write()

    send_waiting()

    mail.refresh_from_db()
    assert (mail.state, post.reached) == ("waiting", [])
    assert mail.problem.startswith("The mail server cannot prove who it is")


def test_a_password_that_is_refused_fails_no_mail(post, certificate, monkeypatch, settings):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    settings.EMAIL_HOST_PASSWORD = "wrong"
    mail = write()

    send_waiting()

    mail.refresh_from_db()
    assert (mail.state, post.taken) == ("waiting", [])
    assert mail.problem == (
        "The mail server refuses the name or the password in ANSWERABLE_SMTP (535)"
    )
