"""Labels of news pages: whole lines that are buttons, menus or headings of link lists.

Compared in lower case, without marks of Markdown, numbers in brackets and closing colons. Collected
from pages of newspapers, broadcasters and agencies; only what is no sub-heading of an article.
"""

from __future__ import annotations


def _labels(table: str) -> frozenset[str]:
    """Return the labels of a table: they are separated by ``|`` or by the end of a line."""
    labels = (label.strip() for line in table.split("\n") for label in line.split("|"))
    return frozenset(filter(None, labels))


BUTTONS = _labels(
    """
    share|save|print|e-mail|tweet|pin|pin it|copy|copy link|copied|link copied|share this
    share this article|share this story|share this page|share article|share story
    share full article|share options|share with friends|save article|save for later|saved
    bookmark|save story|save this story|save this article|print this|print article
    print this article|email this|email article|email this article|send by email
    gift this article|gift article|give this article|facebook|twitter|x (twitter)|instagram
    linkedin|whatsapp|pinterest|reddit|telegram|tiktok|youtube|threads|bluesky|mastodon
    messenger|flipboard|more sharing options|facebook twitter pinterest|facebook twitter
    font size|text size|listen now|listen to this article|listen to article|listen to this story
    listen to story|watch now|watch live|watch the video|watch video|play video|video player
    view gallery|view image|view image in fullscreen|open image in gallery|view photos
    enlarge image|close menu|close dialog|hide caption|toggle caption|show caption|show more
    show less|load more|see more|view more|view all|see all|see all topics|view comments
    show comments|hide comments|leave a comment|add a comment|post a comment|write a comment
    join the conversation|join the discussion|have your say|view discussion|jump to comments
    continue reading|continue reading the main story|continue reading this article|keep reading
    read on|read more|read more here|read more »|read more…|read more...|read less
    read full story|read full article|read the full story|read the full article|full story
    learn more|more info|click here|tap here|next article|next story|previous|previous article
    previous story|prev|back|back to top|back to article|back to home|top of page|return to top
    skip ad|skip advertisement|skip to content|skip to main content|skip to navigation
    skip to footer|jump to content|menu|main menu|open menu|navigation|site navigation
    breadcrumb|breadcrumbs|search form|homepage|home page|log in|login|log out|sign in|sign out
    sign up|register|create account|create a free account|my account|subscribe|subscribe now
    subscribe today|subscribe for free|subscriptions|become a member|become a subscriber
    join now|join us|donate now|support us|newsletter|newsletters|enter your email
    enter your email address|your email address|your email|email address|submit|get the app
    download the app|download our app|get our app|follow|following|follow us|follow this author
    follow topic|follow this topic|unfollow|advertisement|advertisements|advert|ad|ads|sponsored
    sponsored content|sponsored link|sponsored links|paid content|paid post|promoted|advertorial
    remove ads|report this ad|report ad|why this ad?|story continues below|story continued below
    story continues below advertisement|article continues below
    article continues below advertisement|article continues after advertisement
    article continues after ad|content continues below|scroll to continue
    scroll down to continue reading|scroll to continue with content
    advertisement - continue reading|advertisement - scroll to continue|cookies|cookie settings
    cookie preferences|cookie notice|cookie policy|cookie consent|manage cookies
    manage preferences|manage options|manage settings|manage consent|manage choices
    manage newsletters|accept all|accept cookies|accept all cookies|accept and continue
    accept & continue|accept and close|allow all|allow all cookies|allow cookies|i agree
    i accept|agree and close|got it|reject|reject all|reject all cookies|decline all
    decline cookies|necessary only|essential only|only necessary|save preferences|save settings
    confirm choices|confirm my choices|your privacy|we value your privacy
    we care about your privacy|privacy policy|privacy notice|privacy settings
    privacy preferences|privacy and cookies|your privacy choices|your privacy rights
    do not sell my personal information|do not sell or share my personal information
    terms of use|terms of service|terms and conditions|terms & conditions|legal notice|imprint
    impressum|accessibility|accessibility help|accessibility statement|sitemap|site map
    help centre|help center|faqs|contact us|about us|about this site|about the author
    about the authors|about the writer|advertise|advertise with us|work for us|report an error
    report a correction|report a mistake|suggest a correction|give feedback|rss|rss feed
    all rights reserved|breaking news|comment is free|photo|photo gallery|gallery|photograph
    slideshow|podcast|podcasts|infographic|live updates|published|updated|last updated
    first published|written by|staff reporter|staff writer|our correspondent|news desk|newsdesk
    subscriber only|subscribers only|for subscribers|members only
    media playback is unsupported on your device|media playback is not supported on this device
    this video can not be played|this video cannot be played|loading|please wait
    javascript is disabled|ask a question|analysis/opinion|opinion/analysis
    file photo|getty images|resize
    for immediate release|press release|news release|ends|notes to editors|note to editors
    media contact|media contacts|press contact|press contacts|media enquiries|press enquiries
    previous post|next post|older posts|newer posts|older post|newer post|submit a comment
    report abuse|got it!|sort by|reuse this content|today's paper|us edition|uk edition
    international edition|print subscriptions|search jobs|unsubscribe|view in browser
    order reprints|share full article|more on this page|related video|related videos
    just watched|must watch|replay|autoplay|up next|captions|continue reading below|ad policy
    vote here|sign up here|advertisement advertisement|pullquote|story highlights
    """
)
"""Lines that are furniture wherever they stand."""

LISTS = _labels(
    """
    related topics|related stories|related story|related articles|related article
    related content|related news|related posts|related links|related coverage|related reading
    related internet links|related tags|on this topic|more on this|more on this story
    more on this topic|more on the story|more stories|more stories like this|more news
    more headlines|more articles|more to read|more to explore|more like this|more for you
    other stories|other news|top stories|top news|top headlines|main stories|latest news
    latest stories|latest headlines|latest articles|latest updates|latest posts|headlines
    most read|most popular|most viewed|most watched|most shared|most commented|most recent
    most discussed|popular now|popular stories|popular articles|popular posts|popular reads
    trending|trending now|trending stories|trending topics|trending news|recommended
    recommended for you|recommended stories|recommended articles|recommended reading
    recommendations|suggested for you|suggested articles|you may like|you might like
    you may also like|you might also like|you may be interested in|you might be interested in
    you may have missed|in case you missed it|read next|what to read next|read this next|next up
    read also|also read|see also|further reading|don't miss|do not miss|editor's picks
    editors' picks|editor's choice|editors' choice|staff picks|our picks|top picks|featured
    featured stories|must read|must reads|today's top stories|today's headlines
    elsewhere on the web|around the web|from the web|from around the web|from our partners
    partner content|promoted stories|promoted content|sponsored stories|explore more
    explore more on these topics|discover more|topics|tags|topics in this article
    topics in this story|in this story|tagged|tagged with|filed under|keywords|key topics
    quick links|useful links|external links|follow these topics|on the site
    elsewhere on this site|best of the week|read more on this story|read more on this topic
    more coverage|our coverage|full coverage|navigate|menu|main menu|navigation|site navigation
    share this article with|share on
    """
)
"""Headings of lists of links: the lines below them are furniture too."""

WEAK = _labels(
    """
    news|uk|us|usa|u.s.|world|world news|uk news|us news|local news|international|national
    europe|asia|africa|americas|middle east|australia|politics|us politics|uk politics|business
    money|economy|markets|finance|technology|tech|science|health|environment|climate|education
    culture|arts|entertainment|entertainment & arts|books|film|films|movies|music|tv|tv & radio
    television|theatre|theater|style|fashion|food|travel|lifestyle|life|life & style|family
    sport|sports|football|cricket|rugby|tennis|golf|racing|motoring|cars|weather|obituaries
    letters|crosswords|puzzles|games|magazine|society|law|media|local|regional|real estate
    property|columnists|columns|cartoons|in depth|special reports|reality check|in pictures
    stories|story|article|reading|your voice|newsbeat|archive|more sections|editions|edition
    iplayer|sounds|bitesize|crime|courts|events|classifieds|shop|store|shopping|deals|today
    sunday|weekend|insider|metro|jobs|people|legal|press|account|settings|notifications|free|new
    more|next|home|search|explore|date|terms|contact|corrections|feedback|help|comments|comment
    email|profile|contribute|privacy|advertising|features|live|staff|author|authors|by
    audio|image|images|picture|pictures|video|videos|photos|continue|skip|close|expand|accept
    agree|decline|deny|reactions|latest|popular|related|breaking|exclusive|analysis|opinion
    editorial|category|categories|sections|links|play|pause|listen|premium|careers|x|ok|okay
    watch|faq|promotion|donate|like|reply|post|download|transcript
    """
)
"""Names of sections and short labels that could be sub-headings of an article: furniture beside
other furniture and in menus only."""
