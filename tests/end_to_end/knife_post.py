"""A founder with a business in mind, who answers whatever the interview asks.

Each answer belongs to the words of a question, for the interview decides what it asks next. What is typed stands as it
is; a key stands in angle brackets. The venture is made up: knives of restaurants, sharpened by post.
"""

import re
from collections.abc import Iterator

ANSWERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    # promise
    ("the venture called", ("Knife Post", "<enter>")),
    ("do customers get from you", ("A box for four knives, ordered on a web page", "<enter>")),
    ("the first customers", ("Restaurants of one city with two cooks or more", "<enter>")),
    ("How far is the venture", ("mvp", "<enter>")),
    ("the one outcome", ("Sharp knives without closing the kitchen", "<enter>")),
    ("hold you to", ("Knives are back within 48 hours", "<enter>", "<enter>")),
    ("What do you count to know", ("share of boxes back within 48 hours", "<enter>")),
    ("From which number on is .* kept", ("at least 95 %", "<enter>")),
    ("makes work for somebody", ("<f4>",)),
    ("How many new customers", ("2", "<enter>")),
    ("How many customers do you serve", ("12", "<enter>")),
    # journey
    ("Which stretches", ("Hears of us", "<enter>", "Sends the knives", "<enter>", "Cooks again", "<enter>", "<enter>")),
    ("What is .*Hears of us.* for", ("marketing", "<enter>")),
    ("What is .*Sends the knives.* for", ("onboarding", "<enter>")),
    ("What is .*Cooks again.* for", ("delivery", "<enter>")),
    ("No stage says how customers decide", ("The cook decides at the first visit", "<enter>")),
    ("No stage says how customers pay", ("Free until March, to learn", "<enter>")),
    ("No stage says how customers get help", ("The driver helps at the door", "<enter>")),
    ("No stage says", ("Too early to say", "<enter>")),
    ("meet you in .*Hears of us", ("Reads the card at the fishmonger", "<enter>", "<enter>")),
    ("meet you in .*Sends the knives", ("Packs the box", "<enter>", "<enter>")),
    ("meet you in .*Cooks again", ("Unpacks sharp knives", "<enter>", "<enter>")),
    ("meet you first", ("Reads the card", "<enter>")),
    ("promise come true", ("Unpacks", "<enter>")),
    ("after the promise has come true", ("Orders the next box", "<enter>")),
    ("trust won or lost", ("Packs", "<enter>")),
    ("Where does .* happen", ("post", "<enter>")),
    ("What does the customer do at", ("Writes the number of knives on the lid", "<enter>")),
    ("promise is at stake", ("Knives", "<enter>", "<f8>")),
    ("How often does", ("1 per week", "<enter>")),
    ("grow with", ("<enter>",)),
    # processes
    ("work stands behind .*Reads the card", ("Bring cards to the fishmongers", "<enter>", "<f8>")),
    ("work stands behind", ("Sharpen a box", "<enter>", "<f8>")),
    ("has to happen so that .*Bring cards", ("It is Monday morning", "<enter>")),
    ("has to happen so that", ("A box arrives", "<enter>")),
    (
        "is done in .*from its start",
        ("Count what is there, 2 min", "<enter>", "Do the round, 20 min", "<enter>", "<enter>"),
    ),
    ("How can everybody see", ("The list has its tick", "<enter>")),
    ("How is .* done at the moment", ("manual", "<enter>")),
    ("no longer keep the promise", ("More than ten boxes a day", "<enter>")),
    ("written down", ("the red folder on the shelf", "<enter>")),
    # tools
    ("Which tools does .* need", ("Whetstone", "<enter>", "<f8>")),
    ("What kind of tool", ("other", "<enter>")),
    ("Which problem of today", ("An edge that cuts paper", "<enter>")),
    ("cost a month\\?", ("0", "<enter>")),
    ("get everything out", ("It holds nothing", "<enter>")),
    ("pass data to", ("<f4>",)),
    ("all tools together cost", ("50 EUR", "<enter>")),
    # owners
    ("Who does the work", ("Ines", "<enter>", "Pavel", "<enter>", "<enter>")),
    ("How many hours a week", ("20", "<enter>")),
    ("On which days is", ("mon", "<enter>", "<f8>")),
    ("Which hats", ("Sharpener", "<enter>", "Driver", "<enter>", "<enter>")),
    ("Who answers for .*Bring cards", ("Driver", "<enter>")),
    ("Who answers for", ("Sharpener", "<enter>")),
    ("wears the hat .*Sharpener", ("Ines", "<enter>")),
    ("wears the hat", ("Pavel", "<enter>")),
    ("look after", ("All that the name says", "<enter>")),
    ("takes over .*Bring cards", ("Sharpener", "<enter>")),
    ("takes over", ("Driver", "<enter>")),
    ("who is told", ("Ines rings the restaurant before noon", "<enter>")),
    # feedback
    ("Which two or three numbers", ("Boxes in time", "<enter>", "Boxes waiting on Friday", "<enter>", "<enter>")),
    ("watch over", ("Knives", "<enter>")),
    ("Which process shows", ("Sharpen", "<enter>", "<f8>")),
    ("Boxes waiting on Friday.* warn beforehand", ("leading", "<enter>")),
    ("warn beforehand", ("lagging", "<enter>")),
    ("From which number on is .*Boxes waiting", ("at most 3 boxes", "<enter>")),
    ("From which number on is .* as it should", ("at least 95 %", "<enter>")),
    ("come from, and who reads", ("The list at the door, Pavel", "<enter>")),
    ("brings .* to the review", ("Driver", "<enter>")),
    ("misses its line", ("Take no new restaurant that week", "<enter>")),
    ("Boxes waiting on Friday.* show today", ("2", "<enter>", "<enter>")),
    ("show today", ("96", "<enter>", "<enter>")),
    ("How often do you look", ("weekly", "<enter>")),
    ("On which day\\?", ("mon", "<enter>")),
    ("At what time", ("09:00", "<enter>")),
    ("How many minutes does it take at most", ("20", "<enter>")),
    ("has to be there", ("Ines", "<enter>", "Pavel", "<enter>", "<f8>")),
    ("stand side by side", ("The whiteboard at the door", "<enter>")),
    ("by hand, by memory or by luck", ("<f4>",)),
)


def keys_for(question: str) -> Iterator[str]:
    """Yield what the founder types and presses at this question. Raises KeyError where there is no answer."""
    for pattern, answer in ANSWERS:
        if re.search(pattern, question):
            yield from answer
            return
    raise KeyError(question)
