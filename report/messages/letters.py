"""What is wrong with who is written to, with the templates of letters, and with how they are sent."""

from __future__ import annotations

from report.messages.row import Row

ROWS = {
    # the list
    "list-missing": Row(
        "no such list of recipients", "宛先の一覧がありません。",
        "begin it with the line: name,organisation,honorific,address,language,group",
        "1行目は name,organisation,honorific,address,language,group です。"),
    "list-cp932": Row(
        "the list is in CP932 (Shift_JIS), not in UTF-8", "文字コードがCP932（シフトJIS）です。",
        'in Excel, save it as "CSV UTF-8 (comma delimited)"',
        "Excelで「CSV UTF-8（コンマ区切り）」として保存し直してください。"),
    "list-not-utf8": Row(
        "the list is not UTF-8 text", "文字コードがUTF-8ではありません。",
        'in Excel, save it as "CSV UTF-8 (comma delimited)"',
        "Excelで「CSV UTF-8（コンマ区切り）」として保存し直してください。"),
    "list-of-nobody": Row(
        "the list has no recipients", "宛先が1件もありません。",
        "write a row for each, with an address", "1件ごとに1行、アドレスを書いてください。"),
    "group-of-nobody": Row('no recipient is of the group "{group}"', "区分「{group}」の宛先はありません。"),
    "recipient-nameless": Row(
        "a recipient without a name", "氏名も団体名もありません。",
        "write name, organisation or both", "name か organisation のどちらかを書いてください。"),
    "language-code-wrong": Row(
        '"{code}" is no language', "「{code}」は言語ではありません。",
        "write ja, en and so on, as the templates are called",
        "テンプレートの名前と同じ ja、en などを書いてください。"),
    "group-wrong": Row(
        '"{name}" cannot be the name of a group', "「{name}」は区分の名前にできません。",
        "up to 40 letters, digits, - and _", "文字・数字・- ・_ で40字までです。"),
    "dkim-selector-wrong": Row(
        '"{selector}" is no selector of DKIM', "「{selector}」はDKIMのセレクタではありません。",
        "write what stands before ._domainkey, as s1", "._domainkey の前の部分（s1 など）を書いてください。"),
    # addresses and names
    "address-missing": Row("no address in this row", "この行にアドレスがありません。"),
    "address-wrong": Row(
        '"{address}" is no address', "「{address}」はメールアドレスではありません。",
        "write one as name@example.jp", "name@example.jp のような形で、1つだけ書いてください。"),
    "address-sign": Row(
        '"{sign}" cannot stand in the address {address}', "アドレス {address} に「{sign}」は使えません。",
        "one address a row, without a name, as name@example.jp",
        "1行に1つ、表示名を付けずに name@example.jp の形で書いてください。"),
    "address-wide": Row("{address} is in full-width characters", "{address} は全角で書かれています。"),
    "address-space-at-end": Row(
        "a space before or behind the address", "アドレスの前か後ろに空白があります。",
        "delete it", "空白を消してください。"),
    "address-long": Row(
        "more than {most} bytes stand before the @", "@ の前が長すぎます（{most}バイトまで）。"),
    "address-twice": Row(
        "{address} stands twice", "{address} が2回書かれています。",
        "first at {place}; a letter is sent to each address once",
        "最初は {place} です。1つのアドレスには1通だけ送ります。"),
    "domain-wrong": Row(
        '"{domain}" is no domain that mail can be sent to', "「{domain}」は、メールを送れるドメインではありません。",
        "look at what stands behind the @", "@ の後ろを確かめてください。"),
    "domain-changed": Row(
        '"{sign}" means another domain to some programs',
        "ドメインの「{sign}」は、ソフトにより別のドメインになります。",
        "write the domain in its ASCII form (xn--…)", "ドメインをASCIIの形（xn--…）で書いてください。"),
    "name-encoded": Row(
        "this begins an encoded word of a mail header", "メールヘッダーの符号（=?…?=）が入っています。",
        "write the name itself", "名前をそのまま書いてください。"),
    "name-long": Row("longer than {most} characters", "長すぎます（{most}字まで）。"),
    # mail.yaml
    "headlines-count": Row(
        "{count} headline figures instead of {due}", "見出しの数値が{count}件です（{due}件にしてください）。"),
    "headline-provisional": Row(
        '"{id}" is provisional, which the letters do not say', "「{id}」は仮の値です（メールには表示されません）。",
        "name another figure, or say so in the templates", "別の数値にするか、文面で断ってください。"),
    "budget-wrong": Row(
        "max-attachment lies between 0 and {most} MB", "max-attachment は、0より大きく{most}（MB）までです。"),
    "mail-link-wrong": Row(
        '"{link}" is no address of a file on the web', "「{link}」は、ウェブ上のファイルの場所ではありません。",
        "write it in full, from https:// on, in ASCII", "https:// から、半角で全部書いてください。"),
    "attachment-sign": Row(
        '"{sign}" cannot stand in a file\'s name', "「{sign}」はファイル名に使えません。",
        "some systems do not take it", "使えないシステムがあります。"),
    "attachment-ending": Row(
        '"{name}" is no name of a PDF file', "「{name}」はPDFのファイル名ではありません。",
        "write it as 冊子.pdf", "冊子.pdf のように書いてください。"),
    "attachment-long": Row(
        "a file's name of more than {most} characters", "ファイル名が長すぎます（{most}字まで）。"),
    "one-click-wrong": Row(
        '"{address}" is no address for one-click unsubscription',
        "「{address}」は、ワンクリック配信停止の宛先にできません。",
        "an https address with {{{{ id }}}} where the recipient is told",
        "https:// の宛先に {{{{ id }}}} を1つ入れてください。"),
    "one-click-unsigned": Row(
        "one-click unsubscription needs a relay that signs its headers (RFC 8058)",
        "ワンクリック配信停止には、そのヘッダーに署名する中継サーバーが要ります。",
        "ask who runs the relay; then write signs-unsubscribe: true under relay",
        "サーバーの担当に確かめてから、relay に signs-unsubscribe: true と書いてください。"),
    "relay-host-wrong": Row('"{host}" is no name of a server', "「{host}」はサーバーの名前ではありません。"),
    "relay-port-wrong": Row(
        "there is no port {port}", "{port}番のポートはありません。",
        "587 for starttls, 465 for tls", "starttls なら587、tls なら465がふつうです。"),
    "relay-plain": Row(
        "mail to {host} would travel unencrypted", "{host} へ暗号化せずに送ることになります。",
        "write security: starttls or tls; none is for localhost alone",
        "security: starttls か tls にしてください。none は localhost だけです。"),
    "relay-rate-wrong": Row(
        "rate lies between 0 and 1000 messages a second", "rate は、0より大きく1000（通/秒）までです。"),
    "relay-timeout-wrong": Row("timeout lies between 1 and 3600 seconds", "timeout は1〜3600（秒）です。"),
    # templates
    "template-name-wrong": Row(
        '"{name}" is no name of a template', "「{name}」はテンプレートの名前ではありません。",
        "ja.txt, ja.html, ja.subject.txt; of a group: ja.GROUP.txt and so on",
        "ja.txt、ja.html、ja.subject.txt のように書きます（区分用は ja.区分.txt など）。"),
    "template-without-text": Row(
        "an HTML template without {file}", "HTMLだけで、{file} がありません。",
        "a letter has a text part always", "メールにはテキストの本文が必ず要ります。"),
    "template-without-html": Row(
        "the letters of {file} will have neither formatting nor cover",
        "{file} のメールは、書式も表紙の絵もなしになります。",
        "add {html}", "{html} を置いてください。"),
    "template-without-subject": Row(
        "no subject for it: {file}", "件名の {file} がありません。",
        "write the subject into that file, in one line", "件名を1行で書いてください。"),
    "template-missing": Row(
        'no template serves the language "{language}" and the group "{group}" ({count} recipients, the first here)',
        "言語「{language}」区分「{group}」用のテンプレートがありません（{count}件、最初がここ）。",
        "write {file}, or change the recipients", "{file} を書くか、宛先を直してください。"),
    "template-language-missing": Row(
        'mail.yaml says nothing of the language "{language}"', "mail.yaml の languages に「{language}」がありません。",
        "add it under languages", "languages に書き足してください。"),
    "template-silent": Row(
        "the letter does not say {what}", "{what}が書かれていません。",
        "a reader must know who writes, how to reach them and how to stop it",
        "だれから届き、どう連絡し、どう止めるかを、必ず書いてください。"),
    "subject-lines": Row(
        "a subject takes one line", "件名は1行です。",
        "delete what stands below it", "2行目から後ろを消してください。"),
    "template-empty": Row("nothing stands in this file", "ファイルの中身がありません。"),
    "html-element": Row(
        "<{name}> is not for letters", "<{name}> はメールに使えません。",
        "mail programs delete it or take the letter for spam", "取り除かれたり、迷惑メールとされたりします。"),
    "html-event": Row("{name} runs a program in the letter", "{name} は、メールの中でプログラムを動かします。",
        "delete it", "消してください。"),
    "html-outside": Row(
        "this is fetched from elsewhere when the letter is opened", "開いたときに、外から読み込まれます。",
        "the one picture of a letter is src=\"cid:cover\"", "使える絵は src=\"cid:cover\"（表紙）だけです。"),
    "html-alt": Row(
        "a picture without a description (alt)", "絵に説明（alt）がありません。",
        "write alt=\"…\"", "alt=\"…\" を書いてください。"),
    "html-expression": Row(
        "an expression cannot stand here", "ここに式は置けません。",
        "put it into text or between the quotes of an attribute", "文章の中か、属性の引用符の中に書いてください。"),
    "html-link": Row(
        "links lead to https:// or mailto:, of words only to link and unsubscribe",
        "リンク先は https:// か mailto:、語なら link か unsubscribe だけです。",
        "write href=\"{{{{ link }}}}\" or an address in full",
        "href=\"{{{{ link }}}}\" か、宛先を全部書いてください。"),
    # the mailing
    "mail-file-missing": Row(
        "the PDF to be sent is not there", "送るPDFがありません。",
        "`report mail preview` makes it", "report mail preview で作られます。"),
    "mail-file-older": Row(
        "the PDF to be sent is older than {file}", "送るPDFが、{file} より前に作られています。",
        "`report mail preview` makes it anew", "report mail preview で作り直せます。"),
    "mail-file-wrong": Row(
        "no PDF that can be sent", "送れるPDFではありません。",
        "`report mail preview` makes it anew", "report mail preview で作り直してください。"),
    "mail-too-large": Row(
        "the PDF takes {size} MB in a letter, more than {most} MB",
        "添付すると{size} MBになり、上限の{most} MBを超えます。",
        "write link: with its address on the web, or raise max-attachment",
        "ウェブ上の場所を link: に書くか、max-attachment を上げてください。"),
    "mail-linked": Row(
        "the PDF takes {size} MB in a letter, more than {most} MB: its link is sent instead",
        "添付すると{size} MBで上限{most} MBを超えるため、リンクを送ります。"),
    "linked-missing": Row(
        'the language "{language}" has no sentence for the link',
        "言語「{language}」に、リンクの文（linked）がありません。",
        "write linked: with {{{{ link }}}} in it", "linked: に {{{{ link }}}} を入れて書いてください。"),
    "delivery-missing": Row(
        "the letter does not tell where the PDF is", "PDFがどこにあるかが書かれていません。",
        "put {{{{ delivery }}}} into the template", "テンプレートに {{{{ delivery }}}} を入れてください。"),
    "letter-unsound": Row(
        "the letter to {address} would not arrive as it was made: {problem}",
        "{address} へのメールが、作ったとおりに届きません（{problem}）。",
        "nothing of it was sent; tell the maintainers", "送っていません。開発者に知らせてください。"),
}  # fmt: skip
PARTS = {
    "write-instead": Row("write {text}", "{text} と書いてください。"),
    "list-head": Row(
        "the first line names the columns: name,organisation,honorific,address,language,group",
        "1行目は name,organisation,honorific,address,language,group です。"),
    "says-sender": Row("who sends it ({{{{ sender }}}})", "だれからか（{{{{ sender }}}}）"),
    "says-contact": Row("how to reach them ({{{{ contact }}}})", "連絡先（{{{{ contact }}}}）"),
    "says-stop": Row("how to stop it ({{{{ unsubscribe }}}})", "配信の止め方（{{{{ unsubscribe }}}}）"),
}  # fmt: skip
