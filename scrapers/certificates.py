"""Certificates that are refused tell why; OpenSSL alone says only that the verification failed."""

from collections.abc import Mapping
from typing import Any

from OpenSSL.SSL import VERIFY_FAIL_IF_NO_PEER_CERT, VERIFY_PEER, Connection
from twisted.internet._sslverify import _verifyCB
from twisted.internet.abstract import isIPAddress, isIPv6Address
from twisted.internet.interfaces import IOpenSSLClientConnectionCreator
from twisted.python.failure import Failure
from twisted.web.iweb import IPolicyForHTTPS
from zope.interface import implementer

from .reasons import PlainError

# The commonest of OpenSSL's reasons (X509_V_ERR_… in x509_vfy.h).
REASONS: Mapping[int, str] = {
    9: "is not valid yet",
    10: "has expired",
    18: "is vouched for by the server alone (self-signed)",
    19: "is vouched for by an authority that is not known here",
    20: "is vouched for by an authority that is not known here",
    21: "comes without the certificates that vouch for it",
    23: "was revoked",
}


class CertificateError(PlainError):
    """A server could not show that it is the one it should be; the message says why."""


@implementer(IPolicyForHTTPS)
class Certificates:
    """The TLS settings of another policy that verifies, with a CertificateError where it refuses one."""

    def __init__(self, policy: Any) -> None:
        self._policy = policy

    def creatorForNetloc(self, hostname: bytes, port: int) -> "_Creator":  # noqa: N802 - the interface's name
        """What makes the connections to a server and verifies it."""
        return _Creator(self._policy.creatorForNetloc(hostname, port), hostname.decode("ascii"))


@implementer(IOpenSSLClientConnectionCreator)
class _Creator:
    def __init__(self, creator: Any, host: str) -> None:
        self._creator = creator
        self._host = host

    def clientConnectionForTLS(self, protocol: Any) -> Connection:  # noqa: N802 - the interface's name
        connection: Connection = self._creator.clientConnectionForTLS(protocol)
        is_name = not (isIPAddress(self._host) or isIPv6Address(self._host))
        # Setting a callback replaces Twisted's own, which is the one that compares the names.
        compare_names = _verifyCB(protocol, is_name, self._host)

        def verify(connection: Connection, certificate: Any, error: int, depth: int, is_right: bool) -> bool:
            if not is_right:
                why = REASONS.get(error, f"is not valid (OpenSSL's error {error})")
                wrong = CertificateError(f"the server's certificate {why}")
                protocol.failVerification(Failure(wrong))  # type: ignore[no-untyped-call]
                return False
            return compare_names(connection, certificate, error, depth, is_right)

        connection.set_verify(VERIFY_PEER | VERIFY_FAIL_IF_NO_PEER_CERT, verify)  # type: ignore[arg-type]
        return connection
