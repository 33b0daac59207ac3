"""What `report mail doctor` finds: the letters, the relay, the From domain."""

from __future__ import annotations

from report.messages.row import Row

ROWS = {
    # letters
    "letters-made": Row(
        "the list, the templates: {count} letters, each made and read back",
        "名簿と文面：{count}通すべて作成し、読み戻しました。"),
    "letters-size": Row(
        "size: at most {size} MB a letter; the attached file is within its budget of {most} MB",
        "大きさ：1通最大 {size} MB。添付は上限 {most} MB 以内です。"),
    "letters-linked": Row(
        "size: at most {size} MB a letter, with a link: the file is over its budget of {most} MB",
        "大きさ：1通最大 {size} MB。添付の上限 {most} MB を超え、場所を知らせます。"),
    "letters-wide": Row(
        "{count} addresses have characters before the @ that not every server takes (SMTPUTF8)",
        "@ の前にASCII以外の文字があるアドレスが{count}件あります（SMTPUTF8）。",
        "ask these people for another address if a letter is refused",
        "届かなければ、別のアドレスを尋ねてください。"),
    # the relay
    "relay-encrypted": Row(
        "{place}: {version}, certificate verified", "{place}：{version}、証明書を確認しました。"),
    "relay-here": Row(
        "{place}: not encrypted, on this machine", "{place}：このパソコンの中なので、暗号化しません。"),
    "relay-login": Row('login as "{user}"', "「{user}」でログインできました。"),
    "relay-no-login": Row("no login (none is configured)", "ログインなし（設定がありません）。"),
    "relay-size-said": Row("SIZE: {limit} MB", "SIZE：{limit} MB まで受け取ります。"),
    "relay-size-fits": Row(
        "SIZE: {limit} MB, the largest letter has {size} MB",
        "SIZE：上限 {limit} MB、最大のメールは {size} MB です。"),
    "relay-size-unsaid": Row(
        "SIZE: the relay does not say how much it takes", "SIZE：中継サーバーが上限を示しません。",
        "ask the network section for the largest message", "1通の上限を、ネットワークの担当に確かめてください。"),
    "relay-smtputf8": Row("SMTPUTF8: yes", "SMTPUTF8に対応しています。"),
    "relay-no-smtputf8": Row(
        "SMTPUTF8: no; an address with other than ASCII before the @ cannot be written to",
        "SMTPUTF8に対応せず、@ の前が日本語などのアドレスには送れません。",
        "nothing to do unless the list has one", "名簿にそのようなアドレスがなければ、そのままでかまいません。"),
    # the From domain
    "dns-silent": Row(
        "{domain}: no answer from DNS", "{domain}：DNSの応答がありません。",
        "ask the network section, or run this on a machine with access to the internet",
        "ネットワークの担当に確かめるか、外に出られる機器で実行します。"),
    "domain-unknown": Row(
        "{domain}: the DNS of this network does not know the domain", "{domain}：このネットワークのDNSにありません。",
        "look at from: in mail.yaml; within an office's network, ask the network section for SPF, DKIM and DMARC",
        "from: を確かめます。庁内なら、SPF・DKIM・DMARCは担当に確かめてください。"),
    "spf-found": Row(
        "SPF: {record}", "SPF：{record}。",
        "that it covers the relay, the network section knows",
        "中継サーバーを含むかは、ネットワークの担当に確かめます。"),
    "spf-missing": Row(
        "SPF: {domain} has none; large mail services refuse or hide such letters",
        "SPF：{domain} にありません。迷惑メール扱いか、拒否になりがちです。",
        "ask who keeps the domain for a TXT record v=spf1 that names the relay",
        "ドメインの管理者に、中継サーバーを含む v=spf1 の登録を頼みます。"),
    "spf-several": Row(
        "SPF: {domain} has {count} records, and so counts as wrong", "SPF：{domain} に{count}件あり、無効になります。",
        "ask who keeps the domain to make them one", "ドメインの管理者に、1件にまとめるよう頼みます。"),
    "spf-all": Row(
        "SPF: the whole world may send for the domain: {record}",
        "SPF：だれでもこのドメインで送れます（{record}）。",
        "ask who keeps the domain to end it with -all or ~all",
        "ドメインの管理者に、-all か ~all にするよう頼みます。"),
    "dkim-found": Row("DKIM: {name} has a key", "DKIM：{name} に鍵があります。"),
    "dkim-missing": Row(
        "DKIM: no key at {name}", "DKIM：{name} に鍵がありません。",
        "compare dkim-selector in mail.yaml with what the network section says",
        "mail.yaml の dkim-selector を、ネットワークの担当に確かめます。"),
    "dkim-revoked": Row(
        "DKIM: the key at {name} was revoked", "DKIM：{name} の鍵は失効しています。",
        "ask the network section which selector the relay signs with now",
        "今の署名のセレクタを、ネットワークの担当に確かめます。"),
    "dkim-unnamed": Row(
        "DKIM: one-click unsubscription must be signed, and no selector is configured to look at",
        "DKIM：one-click には署名が要りますが、確かめるセレクタの設定がありません。",
        "write relay: dkim-selector", "relay: に dkim-selector を書きます。"),
    "dmarc-found": Row("DMARC: {name} says p={policy}", "DMARC：{name} は p={policy} です。"),
    "dmarc-missing": Row(
        "DMARC: {domain} has none; large mail services want one of who writes to many",
        "DMARC：{domain} にありません。大量の送信では求められます。",
        "ask who keeps the domain for a TXT record at _dmarc, v=DMARC1; p=none to begin with",
        "ドメインの管理者に、_dmarc の登録（まず p=none）を頼みます。"),
    "dmarc-several": Row(
        "DMARC: {name} has {count} records, and so none counts",
        "DMARC：{name} に{count}件あり、無効になります。",
        "ask who keeps the domain to make them one", "ドメインの管理者に、1件にまとめるよう頼みます。"),
    "dmarc-wrong": Row(
        "DMARC: no policy that is known in {record}", "DMARC：方針（p=）が正しくありません（{record}）。",
        "ask who keeps the domain for p=none, quarantine or reject",
        "ドメインの管理者に、p=none・quarantine・reject のどれかにするよう頼みます。"),
}  # fmt: skip
