import re

from store.classes.naming.secret_keys import digest, new_secret


def test_secrets_are_long_and_never_the_same() -> None:
    secrets = {new_secret() for _ in range(1000)}
    assert len(secrets) == 1000
    # 32 signs of six bits; they travel in a header as they are.
    assert all(re.fullmatch("[A-Za-z0-9_-]{32}", secret) for secret in secrets)


def test_the_digest_is_sha_256() -> None:
    # FIPS 180-2, appendix B.1.
    assert digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_whatever_strangers_send_has_a_digest() -> None:
    assert len({digest(sent) for sent in ("", "\ud800", "\udfff", "\0", "ключ")}) == 5
