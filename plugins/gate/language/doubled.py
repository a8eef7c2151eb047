"""Words that stand twice: «được được», «nguồn nhân nhân lực»."""

from __future__ import annotations

from typing import Final

from plugins.gate.findings import Finding
from plugins.gate.language.pairs import Pairs
from plugins.gate.language.reading import is_name_like, is_vietnamese, joined, listed
from plugins.units.words import Words

REDUPLICATIONS: Final = listed(
    """
    ai ào ầm âm ba bay băng bé bìm biêng biếc bồng buồn bừng bước cao càng cay chang chan chầm
    chậm chằm chằng chăm chiều chong chốc chôm chung chúi cuống cuồn dai dài dần dày day dìu dơ
    dửng dưng đau đăm đắm đằng đầm đen đều đêm đôi đời đo đỏ đông đùng êm gai gần gật gầm gừ hao
    hay hằm hằng hâm héo hiu hồng hơ hơn hớn hừng khà khang kháp khăng khe khẽ khít khư kìn lâng
    lâu lăm lầm lân lắm lặng lây lem lịm lo lom long lờ lôi lũ lù luôn lừ lừng mãi mang mặn mây
    mênh mỏng mơn mờ mớn mùa nao năm nay nằng nghìn nghiêng ngầm ngày ngàn ngọt ngờ ngút người nhà
    nhanh nhao nhăm nhằng nhè nhẹ nhoi nho nhỏ nóng nườm nơi ồ ồn oang ơi phau phần phăng phành
    phơ phới phừng quen quẩn quanh quay quần rào rành rầm rần ròng rồi rối rớt rung rưng rừng run
    san sang sáng sát sau sầm sừng sờ sóng song số sớm suông tà tầng tăm tấp tẻ tê tí tim tít
    trăng trăm trắng trùng trừng tròn trơ trưng tung tưng từ từng tươi thẳm thăm thâm thấp thầm
    thật thênh thỉnh thịch thiu thoang thoảng thôi thơm thường thum thùng thui thừng ù ùn vàng
    văng vạn vầy vật veo vi vòng vội vơ vù vui vừa vừng xa xanh xám xăm xằng xe xíu xinh xối xôn
    xoen xuân xù ngời cười nói hư chia nhiều oe rì rả lớp tiếng đâu ngà chói chon miên nhớ thương
    khuya mơ khói tò cào bo chi đẹt bùm đong mù giật tối rất quá cho
    """
)
"""Syllables that are doubled on purpose: «luôn luôn», «xanh xanh», «ngày ngày»."""

# «đã đã», «của của»: words of grammar are never doubled, whatever stands beside them.
_GRAMMAR: Final = listed(
    "các những của và được đã sẽ đang là với cho tại trong trên dưới về để do bị này khi"
    " đến nhưng mà hoặc cũng như theo bởi vì nên thì rằng"
)


class Doubled:
    """The rule, with the table of pairs that excuses words which only meet."""

    def __init__(self, pairs: Pairs) -> None:
        self._pairs = pairs

    def find(self, words: Words) -> list[Finding]:
        """Find doubled words (``word-doubled``), and doubled pairs («ngành y tế y tế»)."""
        found: list[Finding] = []
        for index in range(1, len(words.words)):
            word = words.words[index]
            if word == words.words[index - 1] and self._is_slip(words, index):
                found.append(_finding(words, index - 1, index, 1))
            elif self._is_doubled_pair(words, index):
                found.append(_finding(words, index - 3, index, 2))
        return found

    def _is_slip(self, words: Words, index: int) -> bool:
        word = words.words[index]
        if not joined(words, index) or not word.isalpha() or not is_vietnamese(words, index):
            return False
        if word in REDUPLICATIONS or is_name_like(words, index) or is_name_like(words, index - 1):
            return False
        before = words.words[index - 2] if joined(words, index - 1) else ""
        after = words.words[index + 1] if joined(words, index + 1) else ""
        if word in (before, after) or _goes_to_and_fro(words, index):
            return False
        # «công nhân nhân dịp này», «thi công công trình»: two words meet.
        return word in _GRAMMAR or not (
            self._pairs.is_word(before, word) and self._pairs.is_word(word, after)
        )

    def _is_doubled_pair(self, words: Words, index: int) -> bool:
        """Tell whether two words that belong together are repeated: «công tác công tác»."""
        if index < 3:  # noqa: PLR2004
            return False
        one, other = words.words[index - 1], words.words[index]
        return (
            one == words.words[index - 3]
            and other == words.words[index - 2]
            and one != other
            and all(joined(words, at) for at in (index - 2, index - 1, index))
            and self._pairs.is_word(one, other)
            and other in self._pairs.following.get(one, {})
            and not any(words.is_capital(at) for at in range(index - 2, index + 1))
        )


def _goes_to_and_fro(words: Words, index: int) -> bool:
    """Tell «đi đi, về về» and «đi đi lại lại»: two words doubled one after the other."""
    read = words.words
    return read[index - 3 : index - 2] == read[index - 2 : index - 1] or (
        read[index + 1 : index + 2] == read[index + 2 : index + 3] != ()
    )


def _finding(words: Words, first: int, last: int, length: int) -> Finding:
    start, end = words.starts[first], words.ends[last]
    cure = words.run(first, first + length)
    return Finding("word-doubled", start, end, {"text": words.text[start:end], "cure": cure})
