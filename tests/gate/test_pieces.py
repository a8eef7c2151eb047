"""Every text of a file becomes a piece whose offsets lead back to the file."""

from hypothesis import given
from hypothesis import strategies as st
from support.content import PROJECT, bulletin
from support.gating import subject

from plugins.gate.pieces import pieces_of_registry
from plugins.gate.prose import pieces_of_body

BODY = """\
Mở đầu **đậm** và [lời *nghiêng* của đường dẫn](https://who.int/x "Tên hiện khi rê chuột") rồi tiếp
dòng hai của đoạn với `mã` và &amp; cùng \\* sao.

## Đề mục một

- Mục thứ nhất
- Mục thứ hai dài
  nối sang dòng sau

> Lời trích

| Cột | Số |
| --- | --- |
| Hàng một | 12 |

![Ảnh trao quà](tang-qua.jpg "Chú thích ảnh")

Câu có ghi chú[^1] ở giữa.

[^1]: Lời ghi chú.
"""


def pieces(text):
    return {(piece.kind, piece.text): piece for piece in subject(text).pieces}


def test_each_block_is_one_text_as_a_reader_sees_it():
    found = pieces_of_body(BODY, 1, "bulletins/2025/bai.md")
    assert [(piece.kind, piece.text) for piece in found] == [
        (
            "paragraph",
            "Mở đầu đậm và lời nghiêng của đường dẫn rồi tiếp dòng hai của đoạn với mã và & cùng "
            "* sao.",
        ),
        ("heading", "Đề mục một"),
        ("item", "Mục thứ nhất"),
        ("item", "Mục thứ hai dài nối sang dòng sau"),
        ("quotation", "Lời trích"),
        ("cell", "Cột"),
        ("cell", "Số"),
        ("cell", "Hàng một"),
        ("cell", "12"),
        ("paragraph", "Câu có ghi chú ở giữa."),
        ("footnote", "Lời ghi chú."),
        ("link-target", "https://who.int/x"),
        ("caption", "Tên hiện khi rê chuột"),
        ("alt", "Ảnh trao quà"),
        ("caption", "Chú thích ảnh"),
        ("file-name", "tang-qua.jpg"),
    ]


def test_every_letter_of_a_text_leads_back_to_its_place():
    lines = BODY.split("\n")
    for piece in pieces_of_body(BODY, 1, "bulletins/2025/bai.md"):
        for offset, letter in enumerate(piece.text):
            line, column = piece.place(offset)
            there = lines[line - 1][column - 1 : column]
            # Code and what is escaped stand behind their first sign.
            assert letter in {" ", there} or there in {"&", "\\", "`", "m", "ã"}


def test_places_hold_where_paste_damage_was_cleaned():
    body = "Hội\u00a0\u00a0\u00a0nghị tổng\u200bkết **năm** 2025 ./.\n"
    (piece,) = pieces_of_body(body, 10, "bulletins/2025/bai.md")
    assert piece.text == "Hội nghị tổngkết năm 2025."
    assert piece.place(piece.text.index("năm")) == (10, body.index("năm") + 1)


def test_a_table_in_html_gives_its_cells():
    body = "<table>\n<tr><th>Tên</th></tr>\n<tr><td>Giao **ban**</td></tr>\n</table>\n"
    cells = pieces_of_body(body, 1, "bulletins/2025/bai.md")
    assert [(cell.kind, cell.text, cell.place(0)) for cell in cells] == [
        ("cell", "Tên", (2, 9)),
        ("cell", "Giao ban", (3, 9)),
    ]


def test_every_value_and_comment_of_a_header_is_a_text():
    text = bulletin(
        "Hội nghị",
        event="{name: Lễ trao tặng, guests: [Ông A, Bà B]}",
        summary='"Tóm tắt có: dấu"  # ghi chú của người viết',
    )
    found = pieces(text)
    lines = text.split("\n")
    for kind, words in [
        ("title", "Hội nghị"),
        ("event.name", "Lễ trao tặng"),
        ("event.guests", "Bà B"),
        ("summary", "Tóm tắt có: dấu"),
        ("comment", " ghi chú của người viết"),
    ]:
        line, column = found[kind, words].place(0)
        assert lines[line - 1][column - 1 :].startswith(words)


def test_a_value_over_several_lines_keeps_its_places():
    text = bulletin("Hội nghị", summary=">\n  Dòng đầu của tóm tắt\n  và dòng sau")
    piece = next(piece for piece in subject(text).pieces if piece.kind == "summary")
    line, column = piece.place(piece.text.index("sau"))
    assert text.split("\n")[line - 1][column - 1 :] == "sau"


def test_html_comments_are_read_though_the_reader_refuses_them():
    found = pieces(bulletin("Hội nghị", body="Lời mở.\n\n<!-- giấu ở đây -->\n"))
    assert found["comment", " giấu ở đây "].place(1) == (10, 6)


def test_a_registry_gives_values_comments_and_lines():
    found = pieces_of_registry("units.yml", b"# dau\n- id: a\n  name: Trung tam\n")
    assert ("name", "Trung tam", (3, 9)) in [(p.kind, p.text, p.place(0)) for p in found]
    assert {"comment", "line", "id"} <= {piece.kind for piece in found}


def test_the_projects_own_texts_lead_back_to_their_files():
    for file in sorted((PROJECT / "content/bulletins").rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        lines = text.split("\n")
        for piece in subject(text, file.relative_to(PROJECT / "content").as_posix()).pieces:
            line, column = piece.place(0)
            assert piece.kind == "file-name" or lines[line - 1][column - 1 :].startswith(
                piece.text[:1]
            )


@given(st.text(alphabet="ab ê*_`[]()!<>|#-\\&;\n^:.\u00a0\u200b1", max_size=300))
def test_any_body_gives_texts_with_places_in_it(body):
    lines = body.count("\n") + 1
    for piece in pieces_of_body(body, 1, "bulletins/2025/bai.md"):
        for offset in (0, len(piece.text)):
            line, column = piece.place(offset)
            assert 1 <= line <= lines
            assert column >= 1
