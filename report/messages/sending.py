"""Mail on its way: the relay, and the ledger of who has got what."""

from __future__ import annotations

from report.messages.row import Row

ROWS = {
    # the relay
    "relay-unreachable": Row(
        "the relay cannot be reached: {why}",
        "中継サーバーと通信できません（{why}）。",
        "compare host, port and security in mail.yaml with what the network section says: 465 is tls, 587 starttls",
        "host・port・security を確かめます（465番は tls、587番は starttls）。"),
    "relay-gone": Row(
        "the relay failed {count} times, one after the other: {why}; the run ends here",
        "中継サーバーとの通信が{count}回続けて失敗しました（{why}）。ここで止めます。",
        "nothing is lost: the same command later goes on from here",
        "記録は残っています。時間をおいて同じコマンドを実行すると、続きから送ります。"),
    "relay-not-now": Row("the relay says: not now ({reply})",
        "中継サーバーが、今は受け付けないと答えました（{reply}）。"),
    "relay-refuses": Row(
        "{place} refuses the connection: {reply}", "{place} に接続を断られました：{reply}。",
        "ask the network section whether this machine may send by this relay",
        "このパソコンから送信してよいか、ネットワークの担当に確かめてください。"),
    "relay-rubbish": Row(
        '{place} does not answer as a mail server: "{words}"',
        "{place} はメールサーバーの応答をしません：「{words}」。",
        "compare host and port in mail.yaml with what the network section says",
        "mail.yaml の host と port を確かめます。"),
    "relay-without-starttls": Row(
        "{place} offers no STARTTLS, and the letters would travel in the clear",
        "{place} は STARTTLS に対応していないため、暗号化できません。",
        "ask for the port with TLS: with 465, write security: tls",
        "暗号化できるポートを確かめます（465番なら security: tls と書きます）。"),
    "relay-no-tls": Row(
        "no encrypted connection (TLS) to {place}", "{place} との暗号化通信（TLS）を始められません。",
        "port 587 and 25 are security: starttls, 465 is security: tls; or the server's TLS is too old",
        "587番・25番は starttls、465番は tls です。サーバーの TLS が古い場合もあります。"),
    "relay-certificate": Row(
        "the certificate of {place} is not to be trusted: {why}; nothing was sent to it",
        "{place} の証明書を信頼できません（{why}）。何も送っていません。",
        "write host as the certificate names it; for the office's own authority, give its file with --ca",
        "host を証明書の名前に合わせます。庁内の認証局なら、その証明書を --ca で指定します。"),
    "relay-in-the-clear": Row(
        "security: none is for a relay on this machine alone, and {place} is another one",
        "security: none はこのパソコン自身にだけ使えます（{place} は別の機器です）。",
        "write security: starttls or tls", "security: starttls か tls と書きます。"),
    "relay-without-login": Row(
        "{place} takes no login", "{place} はログインに対応していません。",
        "take user: out of mail.yaml, or ask for the port for logins (587 or 465)",
        "mail.yaml の user: を消すか、ログイン用のポート（587・465番）を確かめます。"),
    "relay-login-methods": Row(
        "{place} takes no login by a password, only {methods}",
        "{place} はパスワードでのログインに対応していません（{methods} だけ）。",
        "ask for a relay that takes one, as for a scanner: many mail services have turned it off for people",
        "複合機などの機器に使う中継サーバーがあるか、ネットワークの担当に確かめます。"),
    "relay-size": Row(
        "the relay takes letters of at most {limit} MB, and this one has {size} MB; nothing was sent",
        "中継サーバーの上限は {limit} MB、このメールは {size} MB です。何も送っていません。",
        "lower max-attachment in mail.yaml and set a link",
        "mail.yaml の max-attachment を下げ、link を書きます。"),
    "login-refused": Row(
        'the relay refuses the login of "{user}": {reply}', "「{user}」のログインが断られました：{reply}。",
        "look at user: in mail.yaml and at the password in REPORT_MAIL_PASSWORD",
        "mail.yaml の user: と、環境変数 REPORT_MAIL_PASSWORD のパスワードを確かめます。"),
    "password-missing": Row(
        'no password for "{user}"', "「{user}」のパスワードがありません。",
        "put it into the environment as REPORT_MAIL_PASSWORD, or into the system's keyring",
        "環境変数 REPORT_MAIL_PASSWORD に入れます（キーリングがあれば、そこでも可）。"),
    "sender-refused": Row(
        "the relay does not take letters from {sender}: {reply}; the run ends here",
        "中継サーバーが差出人 {sender} を断りました：{reply}。ここで止めます。",
        "ask the network section which From addresses this login may use",
        "このログインで使える差出人を、ネットワークの担当に確かめてください。"),
    "replies-lost": Row(
        "{count} letters in a row were sent and got no reply ({why}); the run ends here, before more are in doubt",
        "送信後の応答が{count}通続けて届きません（{why}）。不明を増やさないため止めます。",
        "ask the network section what their log says of these, then: report mail settle ADDRESS sent|unsent",
        "サーバーの記録で届いたかを確かめ、report mail settle で確定します。"),
    "run-stopped": Row(
        "stopped by hand", "手で止めました。",
        "the same command goes on from here", "同じコマンドで、続きから送ります。"),
    # the ledger
    "ledger-elsewhere": Row(
        "{file} was begun on another machine, or is a copy; the original may have sent more since",
        "{file} は別のパソコンで始めた記録か、その写しです。元の方で送信が進んでいるかもしれません。",
        "if nobody sends from the other one: the same command with --this-machine",
        "元の方ではもう送らないと確かめてから、--this-machine を付けて実行します。"),
    "ledger-older": Row(
        "{file} does not know of the last run: it is from a backup, or not whole ({file}-wal belongs to it)",
        "{file} は、最後の送信を知りません。古い写しか、一部（-wal）が欠けています。",
        "bring back the whole folder as it was; else with --this-machine, and some may get two letters",
        "フォルダごと戻してください。--this-machine で続けると、2通届く人が出ることがあります。"),
    "ledger-broken": Row(
        "{file}: {why}; nothing more is sent", "{file} を読み書きできません（{why}）。送信を止めます。",
        "free space, or bring the file back from a backup; without it nobody knows who has got the letter",
        "空き容量を確かめるか、バックアップから戻します。消すと、誰に送ったか分からなくなります。"),
    "ledger-busy": Row(
        "{file}: another run is at a standstill while it writes, and keeps the others waiting",
        "{file} に書き込んだまま止まっている処理があり、待っても空きません。",
        "let it go on (fg) or end it (kill), then the same command again",
        "止めた処理を再開（fg）するか終わらせて（kill）、もう一度実行します。"),
    "ledger-gone": Row(
        "{file} was moved or deleted while letters were being sent; nothing more is sent",
        "送信中に {file} が移されたか、消されました。送信を止めます。",
        "put it back before anything is sent again", "元の場所に戻してから、もう一度送ります。"),
    "ledger-taken": Row(
        "{file}: another run has changed the row of a letter that was about to be sent; it was not sent",
        "{file}：送信の直前に、ほかの処理が記録を書き替えました。その1通は送っていません。",
        "look at: report mail status", "report mail status で確かめます。"),
    "ledger-later": Row(
        "{file} was written by a later version of report", "{file} は、より新しい版の report で書かれています。",
        "use that version", "新しい版を使います。"),
    "ledger-missing": Row(
        "{file}: nothing has been sent yet", "{file} がありません。まだ何も送っていません。"),
    "folder-without-locks": Row(
        "{folder}: this disk knows no locks, so that two runs at once could send twice",
        "{folder} では排他制御が使えず、二重に送るおそれがあります。",
        "put the project on a disk of this machine", "プロジェクトをこのパソコンのディスクに置きます。"),
    # what came back
    "bounces-none": Row("no messages in it", "メールがありません。"),
    "bounce-outlook": Row(
        "a message in Outlook's own format cannot be read", "Outlook独自の形式（.msg）は読めません。",
        "save it as .eml: drag it into a new letter as an attachment, or use the web version",
        ".eml で保存し直してください（Web版のOutlookなどでできます）。"),
    "bounce-too-large": Row(
        "more than {most} MB; not read", "{most} MBを超えるため、読みませんでした。"),
    "bounce-none": Row("no bounce", "不達の通知ではありません。"),
    "bounce-automatic": Row("an automatic reply, no bounce", "自動応答です。不達の通知ではありません。"),
    "bounce-receipt": Row("a receipt, no bounce", "開封の通知です。不達の通知ではありません。"),
    "bounce-unclear": Row(
        "a mail system writes, but states no address with a code or a reason",
        "メールサーバーからですが、アドレスと理由が読み取れません。",
        "read it; a letter that did not arrive: report mail settle ADDRESS unsent, or take it off the list",
        "内容を読み、届いていなければ名簿を直します。"),
    "bounce-unknown": Row(
        "a bounce of {address} ({words}), which is of no letter in the ledger",
        "{address} の不達（{words}）ですが、送った記録にありません。"),
    "bounce-unfit": Row(
        "a bounce of {address}, which is {state}; left as it is",
        "{address} の不達ですが、状態は「{state}」です。変更していません。"),
    # the commands
    "settle-unknown": Row(
        "{address} has got no mailing", "{address} に送った記録はありません。",
        "report mail status lists the addresses", "report mail status で宛先を確かめます。"),
    "settle-settled": Row(
        "{address}: {state}; only an uncertain, refused or bounced letter is settled by hand",
        "{address} は「{state}」です。確定できるのは不明・拒否・不達だけです。"),
    "settle-several": Row(
        "{address} is open in more than one mailing: {keys}", "{address} は複数の送信にあります：{keys}。",
        "name one with --mailing", "--mailing で1つ選びます。"),
    "mailing-unknown": Row(
        'no mailing "{key}" in the ledger', "「{key}」という送信の記録はありません。",
        "report mail status lists them", "report mail status で確かめます。"),
    "authorities-missing": Row("no such file", "ファイルがありません。"),
    "answer-missing": Row(
        "nobody is there to be asked whether to send", "送ってよいか確かめる相手がいません（端末ではありません）。",
        "in a script, add --yes", "自動で実行するときは --yes を付けます。"),
    "another-version": Row(
        "{count} of these have had, or may have had, another version of this edition",
        "このうち{count}人には、同じ号の別の版を送っています（不明を含む）。",
        "if they are to get this one too: --another-version", "この版も送るなら --another-version を付けます。"),
}  # fmt: skip
PARTS = {
    "reply-late": Row("no answer in time", "時間内に応答なし"),
    "reply-rubbish": Row('no reply of SMTP: "{words}"', "SMTPでない応答「{words}」"),
    "host-unknown": Row("no such host", "ホスト名が見つからない"),
    "connection-closed": Row("the connection was closed", "接続が切れた"),
    "connection-failed": Row("{why}", "{why}"),
    "certificate-expired": Row("it has expired", "期限切れ"),
    "certificate-unknown": Row("it is signed by nobody whom this machine knows", "発行者が不明"),
    "certificate-name": Row("it is for another name", "名前が違う"),
}  # fmt: skip
