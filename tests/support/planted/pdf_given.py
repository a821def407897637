"""What puts a secret somewhere in a PDF: on a page, in a tree of names, under a key of the file."""

from pikepdf import Array, Dictionary, Name, String

from tests.support.planted.pdf_made import annotation


def on_page(kind, **more):
    """Return what puts something on the page that says the secret under one of its keys."""

    def change(pdf, secret):
        told = {
            key: value(pdf, secret) if callable(value) else value for key, value in more.items()
        }
        annotation(pdf, kind, **told)

    return change


def said_by(pdf, secret):
    del pdf
    return String(f"Ask {secret} first")


def said_richly(pdf, secret):
    del pdf
    return String(f"<body><p>Ask {secret}</p></body>")


def action(kind, **more):
    def made(pdf, secret):
        held = {
            f"/{key}": value(pdf, secret) if callable(value) else value
            for key, value in more.items()
        }
        return Dictionary({"/S": Name(f"/{kind}"), **held})

    return made


def path(form_):
    return lambda _, secret: String(form_.format(secret))


def in_root(key, value):
    def change(pdf, secret):
        pdf.Root[f"/{key}"] = value(pdf, secret)

    return change


def in_a_tree(key, value):
    """Return what keeps something in a tree of names of the file."""

    def change(pdf, secret):
        pdf.Root.Names = Dictionary(
            {f"/{key}": Dictionary(Names=Array([String("a"), value(pdf, secret)]))}
        )

    return change
