"""OpenType features by their tags, so that a misspelt one is reported instead of doing nothing.

In: a word of a style's `features:`. Out: whether it can mean something. Tags as registered (OpenType 1.9, feature
tags); tags in capitals are a face's own.
"""

from __future__ import annotations

import re

WORD = re.compile(r"-?([A-Za-z0-9]{4})(?:=\d{1,3})?", re.ASCII)  # palt, -kern, ss01=2
OWN = re.compile(r"ss(?:0[1-9]|1\d|20)|cv(?:0[1-9]|[1-9]\d)|[A-Z0-9]{4}")
TAGS = """
    aalt abvf abvm abvs afrc akhn apkn blwf blwm blws c2pc c2sc calt case ccmp cfar chws cjct clig cpct cpsp cswh curs
    dist dlig dnom dtls expt falt fin2 fin3 fina flac frac fwid half haln halt hist hkna hlig hngl hojo hwid init isol
    ital jalt jp04 jp78 jp83 jp90 kern lfbd liga ljmo lnum locl ltra ltrm mark med2 medi mgrk mkmk mset nalt nlck nukt
    numr onum opbd ordn ornm palt pcap pkna pnum pref pres pstf psts pwid qwid rand rclt rkrf rlig rphf rtbd rtla rtlm
    ruby rvrn salt sinf size smcp smpl ssty stch subs sups swsh titl tjmo tnam tnum trad twid unic valt vapk vatu vchw
    vert vhal vjmo vkna vkrn vpal vrt2 vrtr zero
"""
REGISTERED = frozenset(TAGS.split())


def is_feature(word: str) -> bool:
    """Whether the word is a feature, with its switch if it has one."""
    found = WORD.fullmatch(word)
    return found is not None and (found[1] in REGISTERED or OWN.fullmatch(found[1]) is not None)
