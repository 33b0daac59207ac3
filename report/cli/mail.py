"""`report mail …`: the brochure to the people of a list, for who sends it."""

from __future__ import annotations

import argparse
import os
from email.utils import formatdate

from report.cli.terminal import progress
from report.mail.mailing import Post
from report.messages import Report
from report.pipeline import Wish, build, cache_for, mailing


def preview(options: argparse.Namespace, report: Report, begun: float) -> str:
    """The PDF is made anew first: what is looked at is what the files say now."""
    from report.mail.preview import preview as write

    wanted = wish(options)
    build(wanted, options.files, report, lambda name: progress(f"{name} …"))
    post = post_of(options, report)
    made = write(post, options.output, options.most, lambda count: progress(f"letters メール {count}/{post.count}"))
    files = f"{made.letters} of {post.count} as files" if made.letters < post.count else f"{post.count} letters"
    return (
        f"{made.overview}: {files} 通, at most 最大 {post.size / 1000:,.0f} kB; nothing was sent 送信はしていません\n"
        f"subject 件名: {post.subject}"
    )


def post_of(options: argparse.Namespace, report: Report) -> Post:
    """The mailing that is asked for. Raises Failure."""
    return mailing(wish(options), options.files, lambda: formatdate(localtime=True), report, options.group)


def wish(options: argparse.Namespace) -> Wish:
    return Wish(options.brochure, "screen", cache_for(options.brochure, os.environ), options.year)


COMMANDS = {"mail preview": preview}
