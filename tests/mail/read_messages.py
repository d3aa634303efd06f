"""Reads .eml files with Python's strict e-mail policy and prints what it found, in hexadecimal."""

import email
import email.header
import email.policy
import email.utils
import pathlib
import sys


def shown(name, value):
    data = value if isinstance(value, bytes) else str(value).encode("utf-8")
    print(f"{name}={data.hex()}")


def defects_of(part):
    found = list(part.defects)
    for value in part.values():
        found.extend(getattr(value, "defects", ()))
    return found


def read(path):
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.strict)
    print(f"file={path.name}")
    shown("subject", message["Subject"])
    raw = dict(message.raw_items())
    for field in ("From", "To"):
        # The policy's own reading of names puts a space between two encoded words (Python 3.11).
        name, address = email.utils.parseaddr(raw[field].replace("\r\n", ""))
        assert message[field].addresses[0].addr_spec == address
        shown(field.lower(), f"{email.header.make_header(email.header.decode_header(name))}|{address}")
    for part in message.walk():
        shown("defects", " ".join(repr(defect) for defect in defects_of(part)))
        if part.is_multipart():
            print(f"multipart={part.get_content_type()}")
            continue
        content = part.get_content()
        if part.get_content_type() in ("text/plain", "text/html"):
            content = content.replace("\r\n", "\n")
        shown(part.get_filename() or part.get_content_type(), content)
        if part.get_content_type() == "text/calendar":
            shown("method", part["Content-Type"].params["method"])


for name in sys.argv[1:]:
    read(pathlib.Path(name))
