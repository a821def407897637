"""The mail server's address, and mail through a real one on this machine."""

import socket

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from django.core.mail import send_mail

from answerable.config.smtp import MailNotSetUp
from answerable.mail.servers import ServerNotNamed, SmtpServer, smtp_server_at


@pytest.mark.parametrize(
    ("address", "server"),
    [
        ("", SmtpServer("", 0, "", "", False, False)),
        ("smtp://mail.example", SmtpServer("mail.example", 25, "", "", False, False)),
        (
            "smtp://me:p%40ss@mail.example:587?tls=1",
            SmtpServer("mail.example", 587, "me", "p@ss", False, True),
        ),
        ("smtps://mail.example", SmtpServer("mail.example", 465, "", "", True, False)),
    ],
)
def test_a_server_is_read_from_its_address(address, server):
    assert smtp_server_at(address) == server


@pytest.mark.parametrize("address", ["mail.example", "http://a", "smtp://", "smtp://me:secret@a:x"])
def test_what_names_no_server_is_refused_without_repeating_it(address):
    with pytest.raises(ServerNotNamed, match="write smtp://host:port") as refusal:
        smtp_server_at(address)

    assert "secret" not in str(refusal.value)


def test_without_a_server_a_mail_is_refused_with_a_sentence(settings):
    settings.EMAIL_BACKEND = "answerable.config.smtp.NoMail"

    with pytest.raises(MailNotSetUp, match="set ANSWERABLE_SMTP"):
        send_mail("Subject", "Words", "from@body.example", ["to@body.example"])


def test_mail_goes_through_the_server(settings):
    came = []

    class Keep(Message):
        def handle_message(self, message):
            came.append(message)

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(Keep(), hostname="127.0.0.1", port=port)
    controller.start()
    server = smtp_server_at(f"smtp://127.0.0.1:{port}")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = server.host, server.port

    send_mail("Come in", "Words", "from@body.example", ["to@body.example"])
    controller.stop()

    assert [one["Subject"] for one in came] == ["Come in"]
