"""Long sentences."""


def test_a_sentence_of_more_than_ninety_syllables(found):
    text = "Mở đầu. " + "Đơn vị " + "làm tốt " * 45 + "nhé. Kết thúc."
    assert [code for code, _ in found(text)] == ["sentence-long"]


def test_ninety_are_enough(found):
    assert not found("Đơn vị " + "làm tốt " * 43 + "nay hết.")


def test_semicolons_part_a_list_and_figures_do_not_count(found):
    assert not found("Gồm: " + "việc thứ nhất làm tốt; " * 40)
    assert not found("Các số " + "12 " * 200)


def test_a_thousand_is_no_end_of_a_sentence(rule):
    text = "Có 1.000 người " + "làm tốt " * 50
    (hit,) = rule.check(text)
    assert hit.values["text"].startswith("Có 1.000 người")
