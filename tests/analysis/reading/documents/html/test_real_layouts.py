"""Pages laid out as well-known kinds of sites lay theirs out, with everything that comes along."""

import pytest

from tests.analysis.reading.documents.html.news_page import PARAGRAPHS, TEXT, TITLE, read_page

SHARE = '<ul class="{}"><li><a href="/fb">Facebook</a></li><li><a href="/x">X</a></li></ul>'
TEASERS = (
    ("Seal mistaken for a buoy by a swimmer", "Two anglers pulled the man out of the cold sound."),
    ("Bakery wins a prize for bread", "Nobody may eat the loaf, which is made of plaster."),
    ("Ten walks for people who dislike hills", "All of them begin and end at a bus stop."),
)


def between(extras: dict[int, str], tag: str = "<p>{}</p>") -> str:
    """Return the paragraphs with ``extras`` after some of them."""
    return "".join(
        tag.format(paragraph) + extras.get(number, "")
        for number, paragraph in enumerate(PARAGRAPHS, 1)
    )


def cards(template: str) -> str:
    return "".join(template.format(t=t, p=p, n=n) for n, (t, p) in enumerate(TEASERS))


def document(body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{TITLE} - Sound Herald</title>{head}</head>'
        f"<body>{body}</body></html>"
    )


BROADCASTER = document(
    '<div id="cookiePrompt"><h2>Let us know you agree to cookies</h2><p>We use cookies to give you '
    "the best online experience. Please let us know if you agree to all of these cookies.</p>"
    "<button>Yes, I agree</button></div>"
    '<header role="banner"><nav><ul><li><a href="/">Home</a></li><li><a '
    'href="/n">News</a></li></ul>'
    '</nav></header><main id="main-content"><article class="ssrcss-a1b2-ArticleWrapper">'
    f'<header data-component="headline-block"><h1 id="main-heading">{TITLE}</h1></header>'
    '<div data-component="byline-block"><p>By Ida Holm</p><p>Islands correspondent</p></div>'
    '<div data-component="metadata-block"><time>3 May 2021</time><span>Comments</span></div>'
    + between(
        {
            1: '<figure><img src="a"><figcaption>The ship in the sound, seen from the north of the '
            "bay on Sunday<span>Image source, Rob Tale</span></figcaption></figure>",
            3: '<div data-component="links-block"><h2>More on this story</h2><ul>'
            + cards('<li><a href="/{n}">{t}</a></li>')
            + "</ul></div>",
        },
        '<div data-component="text-block"><div class="rich"><p>{}</p></div></div>',
    )
    + '</article><section data-component="related-topics"><h2>Related Topics</h2><ul><li><a '
    'href="/f">Ferries</a></li></ul></section></main><section><h2>Top stories</h2><ul>'
    + cards('<li><a href="/{n}"><p>{t}</p></a></li>')
    + "</ul></section><footer><p>Copyright © 2021. The broadcaster is not responsible for the "
    "content of external sites.</p></footer>"
)

BLOG_ENGINE = document(
    '<a class="skip-link screen-reader-text" href="#content">Skip to content</a>'
    '<div id="page" class="site has-sidebar"><header class="site-header"><p class="site-title">'
    '<a href="/">Sound Herald</a></p></header><div id="content" class="site-content"><div '
    'id="primary" class="content-area"><main class="site-main"><article id="post-7" class="post-7 '
    'post type-post status-publish category-news"><header class="entry-header"><h1 '
    f'class="entry-title">{TITLE}</h1><div class="entry-meta"><span class="posted-on">Posted on '
    '<a href="/d"><time>May 3, 2021</time></a></span><span class="byline"> by <a href="/a">Ida '
    'Holm</a></span></div></header><div class="entry-content">'
    + between({2: '<div class="code-block ad-1"><p>Advertisement</p></div>'})
    + '<div class="sharedaddy"><h3 class="sd-title">Share this:</h3>'
    + SHARE.format("sd-content")
    + '</div><div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3>'
    + cards('<p><a href="/{n}">{t}</a></p>')
    + '</div></div><footer class="entry-footer"><span class="cat-links">Posted in <a href="/c">'
    'News</a></span></footer></article><nav class="navigation post-navigation"><h2>Post navigation'
    '</h2><a href="/p" rel="prev">Previous: Bread</a></nav><div id="comments" '
    'class="comments-area">'
    '<h2 class="comments-title">One thought on “Ferry”</h2><ol class="comment-list"><li><p>About '
    "time that somebody said it, though I would like more about gulls.</p></li></ol><div "
    'id="respond"><h3>Leave a Reply</h3><p>Your email address will not be published. Required '
    'fields are marked.</p></div></div></main></div><aside id="secondary" class="widget-area"><h2>'
    "Recent Posts</h2><ul>"
    + cards('<li><a href="/{n}">{t}</a></li>')
    + '</ul></aside></div><footer class="site-footer"><p>Proudly powered by an engine.</p></footer>'
    "</div>"
)

NATIONAL_DAILY = document(
    '<div class="dcr-1"><header><nav><a href="/">News</a><a href="/o">Opinion</a></nav></header>'
    f'<main><article><div data-gu-name="headline"><h1>{TITLE}</h1></div><div data-gu-name="meta">'
    '<address><a rel="author" href="/h">Ida Holm</a></address><details><summary>Mon 3 May 2021 '
    "10.42 BST</summary>Last modified on Mon 3 May 2021 12.01 BST</details></div><div "
    'data-gu-name="body" class="article-body-commercial-selector">'
    + between(
        {
            2: f'<aside class="rich-link"><h4><a href="/1">{TEASERS[0][0]}</a></h4><a href="/1">'
            "Read more</a></aside>",
            4: '<figure class="newsletter-signup"><h3>Sign up to First Edition</h3><p>Our morning '
            "e-mail breaks down the key stories of the day, telling you what is happening.</p>"
            "<form><input></form></figure>",
        }
    )
    + '</div></article></main><section id="more-on-this-story"><h2>More on this story</h2><ul>'
    + cards('<li><a href="/{n}"><h3>{t}</h3></a><time>2 May 2021</time></li>')
    + '</ul></section><section id="comments"><h2>Comments (210)</h2><p>Sign in or create your '
    "account to join the discussion</p></section><footer><p>© 2021 Sound Herald Ltd. All rights "
    "reserved. (dcr)</p></footer></div>"
)

HASHED_CLASSES = document(
    '<div id="__next"><div class="css-1x"><div class="css-9q"><a href="/">Home</a><a '
    'href="/w">World'
    f'</a></div></div><div class="css-2b"><div class="css-77"><h1 class="css-h">{TITLE}</h1>'
    '<div class="css-b">By Ida Holm</div><div class="css-t">May 3, 2021, 10:42 a.m.</div></div>'
    '<div class="css-k">'
    + between({3: '<div class="css-zz"><div>Advertisement</div></div>'}, '<p class="css-p">{}</p>')
    + '</div></div><div class="css-r"><div>Recommended</div>'
    + cards('<div class="css-c"><a href="/{n}"><div>{t}</div><div>{p}</div></a></div>')
    + '</div><div class="css-f"><span>© 2021 Sound Herald</span></div></div>'
)

TABLOID = document(
    f'<div class="wrapper"><div class="article"><h1>{TITLE}</h1><ul class="mol-bullets"></ul>'
    + between(
        {
            1: f'<p class="related"><strong>READ MORE: <a '
            f'href="/1">{TEASERS[0][0]}</a></strong></p>',
            2: '<div class="video"><p class="vjs-no-js">To view this video please enable '
            "JavaScript "
            "and consider upgrading to a browser that supports it</p></div>",
            4: '<div class="image-wrap"><img src="a"><p class="imageCaption">The ship is '
            "said to be "
            "the oldest in the country (Image: Rob Tale)</p></div>",
            5: "<p>Advertisement</p><p><strong>DON'T MISS</strong></p><ul>"
            + cards('<li><a href="/{n}">{t}</a></li>')
            + "</ul>",
        }
    )
    + SHARE.format("social-links")
    + '</div><div class="most-read"><h2>Most read</h2>'
    + cards('<div><a href="/{n}">{t}</a></div>')
    + "</div></div>"
)

LOCAL_PAPER = document(
    '<div class="modal subscription-modal" style="display:none"><p>You have reached your limit of '
    'free articles. Subscribe to continue reading.</p></div><div class="main-content"><div '
    f'class="asset-masthead"><h1 itemprop="headline"><span>{TITLE}</span></h1><div '
    'class="asset-meta"><ul><li>Ida Holm, staff writer</li><li>May 3, 2021</li></ul></div></div>'
    '<div itemprop="articleBody" class="asset-body">'
    + between(
        {3: '<div class="tnt-ads"><p>Advertisement</p></div>'},
        '<div class="subscriber-preview"><p>{}</p></div>',
    )
    + '</div><div class="author-bio"><p>Ida Holm has written about ships for the paper since '
    "it was "
    "founded, and before.</p></div></div>"
)

NEWSLETTER_SITE = document(
    f'<div class="single-post"><article class="newsletter-post post"><div class="post-header"><h1 '
    f'class="post-title">{TITLE}</h1><div class="byline-wrapper"><a href="/a">Ida Holm</a><div>May '
    '03, 2021</div></div></div><div class="available-content"><div class="body markup">'
    + between(
        {
            3: '<div class="subscription-widget-wrap"><p>Sound Herald is a reader-supported '
            "publication. To receive new posts and support my work, consider becoming a subscriber."
            '</p><form><input type="email"><input type="submit" value="Subscribe"></form></div>',
            6: '<p class="button-wrapper"><a class="button primary" href="/s">Share</a></p>',
        }
    )
    + '</div></div></article><div id="discussion"><h4>Discussion about this post</h4><div '
    'class="comment"><p>About time that somebody said it, though I would like more gulls.</p></div>'
    "</div></div>"
)

OLD_TABLES = document(
    '<table width="780"><tr><td width="150"><font size="2"><a href="n.htm">News</a><br><a '
    f'href="s.htm">Sport</a></font></td><td><font size="5"><b>{TITLE}</b></font><br><i>by Ida Holm'
    "</i><br><br>"
    + "<br><br>\n".join(PARAGRAPHS)
    + '</td></tr></table><center><font size="1">Best viewed at 800 x 600</font></center>'
)

MOBILE = document(
    f'<amp-sidebar id="s"><ul><li><a href="/">Home</a></li></ul></amp-sidebar><article><h1>{TITLE}'
    "</h1><p class='author'>Ida Holm</p>"
    + between(
        {
            2: '<amp-ad width="300"><div overflow>Advertisement</div></amp-ad>',
            5: '<amp-social-share type="x"></amp-social-share>',
        }
    )
    + "<amp-list><div>"
    + cards('<a href="/{n}">{t}</a>')
    + "</div></amp-list></article><amp-consent><div><p>We and our partners use cookies on this "
    "site to show you advertisements.</p></div></amp-consent>",
    head="<style amp-boilerplate>body{visibility:hidden;animation:a 8s}</style>",
)

ENCYCLOPEDIA = document(
    f'<div class="mw-body"><h1 id="firstHeading">{TITLE}</h1><div id="bodyContent"><div '
    'id="siteSub">From the islands’ own encyclopedia</div><div class="mw-parser-output">'
    + between(
        {
            1: '<div id="toc" class="toc" role="navigation"><h2>Contents</h2><ul><li><a href="#a">'
            "History</a></li></ul></div>",
        }
    ).replace(
        "on board.",
        'on board.<sup class="reference" id="r"><a href="#cite_note-1">[1]</a></sup>',
    )
    + '</div><div id="catlinks" class="catlinks"><ul><li><a href="/c">Ferries</a></li></ul></div>'
    "</div></div>"
)

PRESS_AGENCY = document(
    f'<div class="story"><div class="hd">{TITLE}</div><div class="tx">'
    + "<br>".join(PARAGRAPHS)
    + '</div></div><div class="ft">Contact: <a href="mailto:a@b.example">the newsroom</a></div>'
)

COMMENT_HEAVY = document(
    f"<main><article><h1>{TITLE}</h1>"
    + between({})
    + "</article><section><h2>Comments</h2>"
    + "".join(
        f"<div class='c{n}'><b>gull{n}</b><p>{p} That is what I think of it, and my father too.</p>"
        "<a href='#'>Reply</a></div>"
        for n, (_, p) in enumerate(TEASERS * 4)
    )
    + "</section></main>"
)

LAYOUTS = {
    "broadcaster": BROADCASTER,
    "blog engine": BLOG_ENGINE,
    "national daily": NATIONAL_DAILY,
    "hashed classes": HASHED_CLASSES,
    "tabloid": TABLOID,
    "local paper": LOCAL_PAPER,
    "newsletter site": NEWSLETTER_SITE,
    "old tables": OLD_TABLES,
    "mobile": MOBILE,
    "encyclopedia": ENCYCLOPEDIA,
    "press agency": PRESS_AGENCY,
    "comments": COMMENT_HEAVY,
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_article_and_nothing_else_is_read(layout: str) -> None:
    article = read_page(LAYOUTS[layout])
    assert article.text == TEXT
    assert article.title == TITLE
    assert article.quoted == ()
    assert article.notices == ()
