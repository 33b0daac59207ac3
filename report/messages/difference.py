"""What is wrong with editions that are to be compared."""

from __future__ import annotations

from report.messages.row import Row

ROWS = {
    "project-missing": Row(
        "{folder}: there is no brochure.yaml in this folder", "{folder}：このフォルダに brochure.yaml がありません。",
        "name the project's folder or its file", "プロジェクトのフォルダかファイルを指定してください。"),
    "edition-broken": Row(
        "{name}: this edition does not build; what is wrong with it stands above",
        "{name}：この版は作れません。誤りは上のとおりです。",
        "mend it, or compare with its finished PDF", "直すか、完成したPDFと比べてください。"),
    "pages-not-of-record": Row(
        "{file}: it has {pages} pages, its record {recorded}: another program has changed them",
        "{file}：ページ数（{pages}）が紙面の記録（{recorded}）と合いません。別のソフトで変えられています。",
        "take the file as report has made it", "report が作ったままのPDFを指定してください。"),
    "pdf-of-one-year": Row(
        "a finished PDF is of one year", "できたPDFに、年度は指定できません。",
        "take away the @, or name the project", "@のあとを消すか、プロジェクトを指定してください。"),
    # git
    "git-missing": Row(
        '"{name}" is no file or folder here, and to look for a revision takes git, which is not installed',
        "「{name}」というファイルはなく、gitもないので、版として探せません。",
        "name a folder, its brochure.yaml or a PDF made by report; or install git",
        "フォルダ、brochure.yaml、report のPDFを指定するか、git を入れてください。"),
    "repository-missing": Row(
        '"{name}" is no file or folder here, and {folder} is in no git repository with revisions',
        "「{name}」というファイルはなく、{folder} は git で管理されていません。",
        "name a folder, its brochure.yaml or a PDF made by report",
        "フォルダ、brochure.yaml、report のPDFのどれかを指定してください。"),
    "revision-unknown": Row(
        '"{name}" is no file or folder here, and no revision of {folder}',
        "「{name}」というファイルも、{folder} の git の版もありません。",
        "name a folder, a PDF, or a commit, a tag or a branch, as `git log` and `git tag` list them",
        "フォルダかPDF、または git log や git tag に出る名前を指定してください。"),
    "revision-without-project": Row(
        "at {name} there is no brochure at {path}", "{name} の版では、{path} に冊子がありません。",
        "name it as {name}:PATH, where it was then", "当時の場所を {name}:場所 の形で指定してください。"),
    "git-failed": Row("git: {reason}", "gitで失敗しました。{reason}"),
}  # fmt: skip
