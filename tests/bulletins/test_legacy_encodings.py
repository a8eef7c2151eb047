"""Old encodings are recognised where they are plain, and nowhere else."""

import pytest

from plugins.bulletins.legacy_encodings import legacy_encoding_of_bytes, legacy_encoding_of_text


@pytest.mark.parametrize(
    ("line", "encoding"),
    [
        ("", None),
        ("plain ASCII only, 100 %", None),
        ("Së Y tÕ tØnh B¶o Th¾ng tæ chøc héi nghÞ", "TCVN3"),
        ("Sôû Y teá toå chöùc hoäi nghò, caùc ñôn vò", "VNI"),
        ("Há»™i nghá»‹ tá»•ng káº¿t nÄƒm", "UTF-8 đọc sai"),
        ("Thuốc 5 µg, 38 °C, ½ viên, «A» ± B", None),
        ("Së Y tÕ", None),
        ("Sở Y tế nhắc lại: Së Y tÕ tØnh B¶o Th¾ng tæ chøc héi nghÞ", None),
        ("café, naïve, Müller, São Paulo, Besançon, Århus, Málaga", None),
    ],
)
def test_a_line_of_text(line, encoding):
    assert legacy_encoding_of_text(line) == encoding


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"", None),
        (b"\xff\xfe\xfd", None),
        ("Së Y tÕ tØnh B¶o Th¾ng, ®¹i héi".encode("latin-1"), "TCVN3"),
        ("Sôû Y teá, caùc baïn, hoäi nghò toång keát".encode("latin-1"), "VNI"),
        ("hô\u0323i nghi\u0323 tô\u0309ng kê\u0301t".encode("cp1258"), "windows-1258"),
    ],
)
def test_bytes_that_are_no_utf8(data, encoding):
    assert legacy_encoding_of_bytes(data) == encoding
