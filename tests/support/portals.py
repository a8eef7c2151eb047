"""Pages as portals of Vietnamese agencies print them, around a text that is known: nine makes.

Each make puts the same article into another frame: where the title stands, how it dates, what it
calls its parts, whether tables arrange the page. ``Article`` says what a right reading gives.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType


@dataclass(frozen=True)
class Article:
    """What a page says: ``photo`` is its caption, "" without a photo; ``byline`` as printed."""

    title: str
    moment: datetime
    sapo: str
    paragraphs: tuple[str, ...]
    byline: str = "Minh Hiền"
    photo: str = ""


_MENU = "".join(
    f'<li><a href="/muc-{n}">{name}</a></li>'
    for n, name in enumerate(("Trang chủ", "Giới thiệu", "Tin tức", "Văn bản", "Liên hệ"))
)
_OTHERS = "".join(
    f'<li><a href="/tin-{n}">{name}</a> <span>(0{n}/03/2021)</span></li>'
    for n, name in enumerate(
        (
            "Tập huấn quản lý bệnh không lây nhiễm cho tuyến xã",
            "Kiểm tra công tác an toàn thực phẩm dịp Tết Nguyên đán",
            "Đoàn thanh niên tổ chức ngày thứ bảy tình nguyện",
        ),
        start=1,
    )
)


def _p(article: Article, attributes: str = "") -> str:
    """Return the paragraphs; the photo stands behind the first of them."""
    parts = [f"<p{attributes}>{html.escape(text)}</p>" for text in article.paragraphs]
    if article.photo:
        caption = html.escape(article.photo)
        parts.insert(
            1,
            f'<p style="text-align: center;"><img src="/anh/1.jpg" width="600" alt="IMG_1"></p>'
            f'<p style="text-align: center;"><em>{caption}</em></p>',
        )
    return "\n".join(parts)


def dotnetnuke(a: Article) -> str:
    """Make a page of DotNetNuke: a form around everything, spans for title and date."""
    return f"""<html><head><title>Sở Y tế &gt; Tin tức</title></head><body>
<form id="Form" method="post">
<div id="dnn_Header"><img src="/logo.png"><div>Thứ Năm, ngày 06 tháng 10 năm 2022</div><ul>{_MENU}
</ul></div>
<div id="dnn_ContentPane"><div class="DnnModule"><span class="TieuDe">{html.escape(a.title)}
</span><br>
<span class="Ngay">Cập nhật lúc: {a.moment:%d/%m/%Y %H:%M}</span>
<div class="TomTat"><b>{html.escape(a.sapo)}</b></div>
<div class="Normal">{_p(a, ' class="MsoNormal"')}
<p style="text-align:right"><strong>{a.byline}</strong></p></div>
<a href="javascript:print()">In bài viết</a><div class="head">Các tin khác</div><ul>{_OTHERS}</ul>
</div></div><div id="dnn_Footer">Bản quyền thuộc Sở Y tế. Điện thoại: 0263.3822.000</div></form>
</body></html>"""


def tables(a: Article) -> str:
    """Make a page of the years of tables: menu, text and boxes in cells, fonts for looks."""
    return f"""<html><head><title>{html.escape(a.title)}</title></head><body>
<table width="1000"><tr><td colspan="3"><img src="banner.jpg"></td></tr><tr><td width="200">
<table><tr><td><a href="/1">Trang chủ</a></td></tr><tr><td><a href="/2">Giới thiệu</a></td></tr>
</table></td>
<td width="600"><table><tr><td><font size="4"><b>{html.escape(a.title)}</b></font></td></tr>
<tr><td><i>Ngày đăng: {a.moment:%d/%m/%Y}</i> - Lượt xem: 412</td></tr>
<tr><td><b>{html.escape(a.sapo)}</b></td></tr><tr><td align="justify">{_p(a)}</td></tr>
<tr><td align="right"><b>{a.byline}</b></td></tr></table>
<table><tr><td><b>Tin liên quan</b></td></tr><tr><td><ul>{_OTHERS}</ul></td></tr></table></td>
<td width="200"><b>Liên kết website</b><select><option>Bộ Y tế</option></select>
<b>Thống kê truy cập</b><br>Đang online: 15<br>Tổng lượt truy cập: 1.234.567</td></tr></table>
</body></html>"""


def liferay(a: Article) -> str:
    """Make a page of Liferay: deep boxes, a journal article, structured data in the head."""
    return f"""<!DOCTYPE html><html><head>
<title>{html.escape(a.title)} - Cổng thông tin điện tử Sở Y tế</title>
<meta property="og:title" content="{html.escape(a.title)}">
<meta property="og:type" content="article">
</head><body><a href="#main-content" class="sr-only">Chuyển đến nội dung chính</a>
<header id="banner"><nav><ul>{_MENU}</ul></nav></header><section id="content">
<div class="portlet-body">
<div class="asset-full-content"><h3 class="header-title"><span>{html.escape(a.title)}</span></h3>
<div class="metadata"><span class="metadata-publish-date">{a.moment:%H:%M - %d/%m/%Y}</span></div>
<div class="journal-content-article"><p><strong>{html.escape(a.sapo)}</strong></p>{_p(a)}
<p style="text-align: right;"><em>{a.byline}</em></p></div>
<div class="taglib-social-bookmarks"><a>Facebook</a><a>Twitter</a></div>
<div class="lfr-discussion"><h4>Bình luận</h4><textarea></textarea></div></div></div></section>
<aside><h2>Tin mới</h2><ul>{_OTHERS}</ul></aside><footer>© 2022 Sở Y tế</footer></body></html>"""


def newspaper(a: Article) -> str:
    """Make a page of an online newspaper: sapo as a heading, a figure, an author's box below."""
    figure = ""
    if a.photo:
        text = html.escape(a.photo)
        figure = f'<figure><img src="/a.jpg" alt="{text}"><figcaption>{text}</figcaption></figure>'
    first, *others = a.paragraphs
    body = f"<p>{html.escape(first)}</p>{figure}" + "".join(
        f"<p>{html.escape(text)}</p>" for text in others
    )
    return f"""<!DOCTYPE html><html><head><title>{html.escape(a.title)}</title>
<meta property="article:published_time" content="{a.moment:%Y-%m-%dT%H:%M:00}+07:00"></head><body>
<div class="header"><div class="date">Thứ Năm, 6/10/2022</div><ul class="menu-nav">{_MENU}</ul>
</div>
<div class="main"><h1 class="article-title">{html.escape(a.title)}</h1>
<div class="article-meta"><time>{a.moment:%d/%m/%Y %H:%M} GMT+7</time></div>
<h2 class="article-sapo">{html.escape(a.sapo)}</h2><div class="article-relate"><ul>{_OTHERS}</ul>
</div>
<div class="article-body">{body}</div><div class="article-author"><strong>{a.byline}</strong></div>
<div class="box-tags">Từ khóa: <a>y tế</a></div><div class="box-comment"><h3>Ý kiến bạn đọc</h3>
</div>
<div class="box-news"><h3>Đọc nhiều</h3><ul>{_OTHERS}</ul></div></div></body></html>"""


def joomla(a: Article) -> str:
    """Make a page of Joomla: item-page, details as a list, hits, navigation between articles."""
    return f"""<!DOCTYPE html><html><head><title>{html.escape(a.title)}</title></head><body>
<ul class="nav menu">{_MENU}</ul>
<div class="item-page" itemscope itemtype="https://schema.org/Article">
<div class="page-header"><h2 itemprop="headline">{html.escape(a.title)}</h2></div>
<dl class="article-info"><dt>Chi tiết</dt><dd class="category-name">Chuyên mục: <a>Tin tức</a></dd>
<dd class="published"><time datetime="{a.moment:%Y-%m-%dT%H:%M:00}+07:00" itemprop="datePublished">
Được đăng: {a.moment:%d} Tháng {a.moment:%m} {a.moment:%Y}</time></dd>
<dd class="hits">Lượt xem: 77</dd></dl>
<div itemprop="articleBody"><p><strong>{html.escape(a.sapo)}</strong></p>{_p(a)}
<p style="text-align: right;">Tin, ảnh: {a.byline}</p></div>
<ul class="pager pagenav"><li class="next"><a href="/x">Tiếp theo</a></li></ul></div>
<div class="moduletable"><h3>Tin mới nhất</h3><ul>{_OTHERS}</ul></div></body></html>"""


def breaks(a: Article) -> str:
    """Make a page whose editor knew no paragraphs: line breaks in one box."""
    photo = (
        f'<div align="center"><img src="a.jpg"><br><i>{html.escape(a.photo)}</i></div>'
        if a.photo
        else ""
    )
    first, *others = (html.escape(text) for text in a.paragraphs)
    body = f"{first}<br><br>{photo}" + "<br>&nbsp;<br>".join(others)
    return f"""<html><head><title>Trang tin điện tử</title></head><body><div class="top">{_MENU}
</div>
<div id="noidung"><div class="tieude_tin">{html.escape(a.title)}</div>
<div class="ngaydang">({a.moment:%d/%m/%Y %H:%M})</div><div class="trichdan">{html.escape(a.sapo)}
</div>
<div class="chitiet">{body}<br><br><div align="right"><b>{a.byline}</b></div></div>
<div class="tinkhac"><b>Tin khác:</b><ul>{_OTHERS}</ul></div></div><div>Thiết kế bởi VNPT</div>
</body></html>"""


def sharepoint(a: Article) -> str:
    """Make a page of SharePoint: web parts, word processor's classes, blanks as layout."""
    blanks = "&nbsp;" * 60
    return f"""<html><head><title>Chi tiết tin</title></head><body><form><div id="s4-workspace">
<div class="ms-cui-topBar2">Truy cập nội dung luôn</div><div class="ms-webpart-zone"><ul>{_MENU}
</ul></div>
<div class="ms-WPBody"><div class="news-detail"><div class="title-news">
<h4>{html.escape(a.title.upper())}</h4></div>
<div class="info">{a.moment:%d/%m/%Y %H:%M}&nbsp;&nbsp;&nbsp;&nbsp;104</div>
<div class="ExternalClass3F"><p class="MsoNormal"><span style="font-size:14pt">
<b>{html.escape(a.sapo)}</b></span></p>
{_p(a, ' class="MsoNormal" style="text-indent:36pt"')}
<p>&nbsp;</p><p class="MsoNormal"><b>{blanks}TIN, ẢNH {a.byline.upper()}</b></p></div></div></div>
<div class="ms-footer">Cơ quan chủ quản: Sở Y tế</div></div></form></body></html>"""


def nukeviet(a: Article) -> str:
    """Make a page of NukeViet: the sapo and the text in boxes of their own names."""
    return f"""<!DOCTYPE html><html><head><title>{html.escape(a.title)} - Trung tâm Y tế</title>
<meta property="og:type" content="article"></head><body>
<nav class="second-nav"><ul>{_MENU}</ul></nav>
<div class="breadcrumbs-wrap"><a href="/">Trang nhất</a><a href="/tin">Tin tức</a></div>
<div class="news_column panel"><div class="panel-body"><h1 class="title margin-bottom-lg">
{html.escape(a.title)}</h1><div class="row">
<span class="h5">Thứ sáu - {a.moment:%d/%m/%Y %H:%M}</span>
<ul class="list-inline"><li><a title="In ra">In ra</a></li></ul></div><div class="clearfix">
<div class="hometext m-bottom">{html.escape(a.sapo)}</div></div>
<div id="news-bodyhtml" class="bodytext margin-bottom-lg">{_p(a)}</div>
<div class="margin-bottom-lg"><p class="h5 text-right"><strong>Tác giả: </strong>{a.byline}</p>
</div></div></div><div class="panel">
<form id="form3B">Tổng số điểm của bài viết là: 0 trong 0 đánh giá</form></div>
<div class="socialicon">Chia sẻ</div><p class="h3"><strong>Những tin mới hơn</strong></p>
<ul class="related list-items">{_OTHERS}</ul>
<footer>© Bản quyền thuộc về Trung tâm Y tế</footer></body></html>"""


def text_copy(a: Article) -> str:
    """Copy a page as plain text: the date of today on top, leaked words below."""
    lines = [
        "Thứ Năm, ngày 6 tháng 10 năm 2022",
        a.title,
        f"{a.moment:%d/%m/%Y %H:%M}      104",
        *a.paragraphs,
        a.byline,
        "Ý kiến bạn đọc",
        "refresh",
        "Tổng lượt bình luận",
        "Tin khác",
    ]
    return "\n\n".join(lines)


MAKES: Mapping[str, Callable[[Article], str]] = MappingProxyType(
    {
        "dotnetnuke.html": dotnetnuke,
        "tables.html": tables,
        "liferay.html": liferay,
        "newspaper.html": newspaper,
        "joomla.html": joomla,
        "breaks.html": breaks,
        "sharepoint.html": sharepoint,
        "nukeviet.html": nukeviet,
        "text_copy.txt": text_copy,
    }
)
