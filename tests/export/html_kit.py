"""What a browser would make of our web pages."""

from html.parser import HTMLParser

ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "h1", "h2", "h3", "h4",
    "p", "ul", "ol", "li", "blockquote", "dl", "dt", "dd", "div", "table", "colgroup", "col", "thead",
    "tbody", "tr", "th", "td", "span", "bdi", "figure", "figcaption", "aside", "section", "strong", "em",
    "br",
}  # fmt: skip
VOID = ("br", "col", "meta")


class Page(HTMLParser):
    """What a browser would make of a page: its tags, attributes and the text people typed."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.typed, self.styles, self.text = [], [], "", "", ""
        self.inside = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if (("class", "typed") in attrs or self.inside) and tag not in VOID:
            self.inside += 1

    def handle_endtag(self, tag):
        self.inside = max(self.inside - (tag not in VOID), 0)

    def handle_data(self, data):
        self.text += data
        if self.inside:
            self.typed += data
        if self.tags[-1:] == ["style"]:
            self.styles += data
