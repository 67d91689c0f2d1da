"""TLS is always verified; a provider's setting may relax the size of old servers' DH keys, and nothing else."""

import datetime
import ipaddress
import ssl
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from chalicelib.errors import SourceUnreachable
from chalicelib.http.client import Source
from chalicelib.http.terms import Terms
from chalicelib.http.transport import Limits

TERMS = Terms(home="https://old.example", paths=("/api/",), pause=0, licence="", citation="")
# The 1024-bit group of RFC 2409, section 6.2: what the source in question offered for years.
SMALL_GROUP = """\
-----BEGIN DH PARAMETERS-----
MIGHAoGBAP//////////yQ/aoiFowjTExmKLgNwc0SkCTgiKZ8x0Agu+pjsTmyJR
Sgh5jjQE3e+VGbPNOkMbMCsKbfJfFDdP4TVtbVHCReSFtXZiXn7G9ExC6aY37WsL
/1y29Aa37e44a/taiZ+lrp8kEXxLH+ZJKGZR7OZTgf//////////AgEC
-----END DH PARAMETERS-----
"""


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    """A certificate authority of our own, and another one that signed nothing here."""
    folder = tmp_path_factory.mktemp("tls")
    for name in ("ours", "another"):
        certificate(folder, name)
    return folder


@pytest.fixture(scope="module")
def server(authority):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority / "ours.pem", authority / "ours.key")
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0")
    context.load_dh_params(_small_group(authority))
    httpd = serving(context)
    yield f"https://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()


@pytest.fixture(scope="module")
def strong(authority):
    """A server as they are today."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority / "ours.pem", authority / "ours.key")
    httpd = serving(context)
    yield f"https://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    httpd.server_close()


def ask(server, authority, ca="ours", level=None):
    limits = Limits(tries=1)
    source = Source(
        TERMS,
        user_agent="tests",
        base=server,
        limits=limits,
        tls_security_level=level,
        ca_file=str(authority / f"{ca}.pem"),
    )
    return source.get_text("/api/a")


def test_a_small_key_is_refused_by_default(server, authority):
    with pytest.raises(SourceUnreachable, match=r"(?i)dh.key.too.small|handshake"):
        ask(server, authority)


def test_a_provider_may_accept_the_small_key(server, authority):
    assert ask(server, authority, level=1) == "old but real"


def test_accepting_a_small_key_still_verifies_the_certificate(server, authority):
    with pytest.raises(SourceUnreachable, match=r"(?i)certificate.verify.failed"):
        ask(server, authority, ca="another", level=1)


def test_a_wrong_authority_is_refused_by_default(strong, authority):
    assert ask(strong, authority) == "old but real"
    with pytest.raises(SourceUnreachable, match=r"(?i)certificate.verify.failed"):
        ask(strong, authority, ca="another")


@pytest.mark.parametrize("level", [None, 1])
def test_a_certificate_for_another_name_is_refused(strong, authority, level):
    with pytest.raises(SourceUnreachable, match=r"(?i)certificate.verify.failed"):
        ask(strong.replace("127.0.0.1", "localhost"), authority, level=level)


def serving(context):
    httpd = HTTPServer(("127.0.0.1", 0), _Answers)
    httpd.socket = context.wrap_socket(httpd.socket, server_side=True)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    return httpd


def certificate(folder, name):
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    address = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    built = x509.CertificateBuilder(
        subject, subject, key.public_key(), x509.random_serial_number(), now, now + datetime.timedelta(1)
    )
    certificate = built.add_extension(address, False).add_extension(x509.BasicConstraints(True, None), True)
    signed = certificate.sign(key, hashes.SHA256())
    pem, pkcs8, plain = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / f"{name}.pem").write_bytes(signed.public_bytes(pem))
    (folder / f"{name}.key").write_bytes(key.private_bytes(pem, pkcs8, plain))


def _small_group(folder):
    path = folder / "dh.pem"
    path.write_text(SMALL_GROUP)
    return path


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"old but real")

    def log_message(self, format, *args):
        """Say nothing."""
