"""Whoever vouches for a test's servers over https, rightly or not."""

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DAY = timedelta(days=1)


class Authority:
    """Somebody who vouches for servers."""

    def __init__(self, name: str) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        itself = self._certificate(self.key, self.name, datetime.now(UTC) - DAY, DAY * 30)
        itself = itself.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        self.certificate = itself.sign(self.key, hashes.SHA256())

    def itself(self, folder: Path) -> Path:
        """A file with its own certificate, and its key."""
        return _written(folder, self.key, self.certificate)

    def vouch(self, folder: Path, address: str = "127.0.0.1", start: timedelta = -DAY) -> Path:
        """A file with a certificate for an address, valid for ten days, and its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a server")])
        place = x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))])
        builder = self._certificate(key, name, datetime.now(UTC) + start, DAY * 10).add_extension(place, critical=False)
        return _written(folder, key, builder.sign(self.key, hashes.SHA256()))

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


def tls(file: Path) -> ssl.SSLContext:
    """A server's TLS that shows the certificate in a file."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def _written(folder: Path, key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate) -> Path:
    file = folder / f"{certificate.serial_number}.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return file
