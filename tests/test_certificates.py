"""Over https nothing is taken from a server that cannot show that it is the one it should be."""

import ssl
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from .hostile import HEAD, STORY, Crawled, answer, crawl, endless, serve, source

DAY = timedelta(days=1)
# What each server shows, and why nothing is taken from it.
REFUSED = {
    "self-signed": "certificate is vouched for by the server alone",
    "stranger": "certificate is vouched for by an authority that is not known here",
    "expired": "certificate has expired",
    "too-early": "certificate is not valid yet",
    "other-name": "certificate is for another name",
}


class Authority:
    """Somebody who vouches for servers."""

    def __init__(self, name: str) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        itself = self._certificate(self.key, self.name, datetime.now(UTC) - DAY, DAY * 30)
        itself = itself.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        self.certificate = itself.sign(self.key, hashes.SHA256())

    def vouch(self, folder: Path, address: str = "127.0.0.1", start: timedelta = -DAY) -> ssl.SSLContext:
        """A server's TLS with a certificate for an address, valid for ten days."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a server")])
        place = x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))])
        builder = self._certificate(key, name, datetime.now(UTC) + start, DAY * 10).add_extension(place, critical=False)
        return tls(folder, key, builder.sign(self.key, hashes.SHA256()))

    def _certificate(
        self, key: ec.EllipticCurvePrivateKey, name: x509.Name, start: datetime, span: timedelta
    ) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(self.name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(start)
            .not_valid_after(start + span)
        )


def tls(folder: Path, key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate) -> ssl.SSLContext:
    file = folder / f"{certificate.serial_number}.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Crawled:
    """A crawl of one server of each kind, known by the names of their sources."""
    folder = tmp_path_factory.mktemp("certificates")
    known, stranger = Authority("known"), Authority("stranger")
    (folder / "known.pem").write_bytes(known.certificate.public_bytes(serialization.Encoding.PEM))
    shown = {
        "right": known.vouch(folder),
        "self-signed": tls(folder, stranger.key, stranger.certificate),
        "stranger": stranger.vouch(folder),
        "expired": known.vouch(folder, start=-DAY * 20),
        "too-early": known.vouch(folder, start=DAY * 5),
        "other-name": known.vouch(folder, address="192.0.2.1"),
    }
    with ExitStack() as stack:
        servers = {name: stack.enter_context(serve(context)) for name, context in shown.items()}
        for server in servers.values():
            server.pages = {"/a": answer(STORY), "/flood": endless(HEAD, b"X: y\r\n" * 1000)}
            server.pages["/sitemap.xml"] = server.sitemap("/a", "/flood")
        sources = [source(name, f"{server.url}/sitemap.xml") for name, server in servers.items()]
        done = crawl(folder, *sources, SSL_CERT_FILE=str(folder / "known.pem"))
        names = {server.url: name for name, server in servers.items()}
        assert all(not server.asked for name, server in servers.items() if name != "right")
    fetches = {f"{names[url.rpartition('/')[0]]}/{url.rpartition('/')[2]}": row for url, row in done.fetches.items()}
    return Crawled(done.code, done.errors, done.peak, fetches)


@pytest.mark.parametrize("name", REFUSED)
def test_a_wrong_certificate_is_told_apart(crawled: Crawled, name: str) -> None:
    assert REFUSED[name] in crawled.reason(f"{name}/sitemap.xml")


def test_a_right_certificate_is_taken(crawled: Crawled) -> None:
    assert crawled.fetches["right/a"][0] == "archived"


def test_who_has_a_right_certificate_can_still_be_hostile(crawled: Crawled) -> None:
    assert crawled.reason("right/flood").endswith("lines of headers")
