"""The little HTML that a body may hold, and the rest."""

import pytest

from plugins.bulletins.raw_html import markup_at, read_table, tag_name


@pytest.mark.parametrize(
    ("text", "markup", "name"),
    [
        ("<script>x", "<script>", "script"),
        ("</DIV>", "</DIV>", "div"),
        ("<!-- ghi chú -->", "<!--", ""),
        ("<!DOCTYPE html>", "<!DOCTYPE html>", ""),
        ("<?php x", "<?php x", ""),
        ("<o:p>", "<o:p>", "o"),
        ("<img src=x\nonerror=y>", "<img src=x", "img"),
        ("<" + "a" * 200, "<" + "a" * 61, "a" * 61),
    ],
)
def test_markup_is_recognised(text, markup, name):
    assert markup_at(text, 0) == markup
    assert tag_name(markup) == name


@pytest.mark.parametrize("text", ["< 5", "<5", "<=", "<", "<é"])
def test_signs_are_no_markup(text):
    assert markup_at(text, 0) is None


def cells(table, text):
    return [[text[cell.start : cell.end] for cell in row] for row in (*table.head, *table.body)]


def test_a_table_is_read_with_head_and_body():
    text = (
        "<TABLE>\n<thead><tr><th>Đơn vị</th><th>Số</th></tr></thead>\n\n"
        "<tbody>\n<tr><td>A</td>\n<td>1</td></tr></tbody></table> sau"
    )
    table = read_table(text, 0)
    assert (table.wrong_at, table.reason, table.foreign) == (-1, "", "")
    assert cells(table, text) == [["Đơn vị", "Số"], ["A", "1"]]
    assert [cell.header for cell in table.head[0]] == [True, True]
    assert text[table.end :] == " sau"


@pytest.mark.parametrize(
    ("text", "at", "reason"),
    [
        ("<table><tr><td>a</td></tr>", "<table>", "thiếu thẻ đóng </table>"),
        ("<table></table>", "</table>", "không có dòng"),
        ("<table><tr></tr></table>", "</tr>", "cùng số ô"),
        (
            "<table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>",
            "</tr></table>",
            "số ô",
        ),
        ("<table><td>a</td></table>", "<td>", "<td> đặt sai chỗ"),
        ("<table><tr><td><table>", "<table>", "<table> đặt sai chỗ"),
        ("<table><tr><td>a</tr></table>", "</tr>", "</tr> không khớp"),
        ("<table>chữ<tr><td>a</td></tr></table>", "chữ", "ngoài các ô"),
        ("<table><tr>\n <td>a</td> x<td>b</td></tr></table>", "x", "ngoài các ô"),
        (
            "<table><tr><td>a</td></tr><thead><tr><td>a</td></tr></thead></table>",
            "<thead>",
            "đứng đầu",
        ),
    ],
)
def test_what_is_wrong_with_a_table_is_told_at_its_place(text, at, reason):
    table = read_table(text, 0)
    assert table.wrong_at == (
        text.rindex(at) if at == "<table>" and "<td><" in text else text.index(at)
    )
    assert reason in table.reason
    assert table.foreign == ""


def test_a_foreign_tag_or_an_attribute_is_named():
    text = '<table><tr><td colspan="2">a</td></tr></table>'
    assert read_table(text, 0).foreign == '<td colspan="2">'
    assert read_table("<table><caption>a</caption></table>", 0).foreign == "<caption>"
