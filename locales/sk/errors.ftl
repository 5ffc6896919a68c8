### Why a value was refused. Each stands beside its field, and after the field's label in the list above the form.

username-required = Vyplňte toto pole.
username-too-short = Použite aspoň { $min ->
    [one] jeden znak.
    [few] { $min } znaky.
    [many] { $min } znaku.
   *[other] { $min } znakov.
}
username-too-long = Použite najviac { $max ->
    [one] jeden znak.
    [few] { $max } znaky.
    [many] { $max } znaku.
   *[other] { $max } znakov.
}
username-bad-characters = Použite len písmená, číslice, bodky, spojovníky a podčiarkovníky.
username-malformed = Prvý a posledný znak musí byť písmeno alebo číslica.
username-reserved = Toto meno je vyhradené pre tento web. Vyberte si iné.
username-taken = Toto meno je už obsadené. Vyberte si iné.
# Must not tell which of the two is wrong.
username-bad-credentials = Používateľské meno alebo e-mail a heslo sa nezhodujú. Skontrolujte oboje a skúste to znova.
username-bad-credentials-or-unconfirmed = Používateľské meno alebo e-mail a heslo sa nezhodujú alebo adresa ešte nie je potvrdená. Skontrolujte oboje alebo si nechajte poslať odkaz znova.

email-required = Vyplňte toto pole.
email-too-long = E-mailová adresa môže mať najviac { $max ->
    [one] jeden znak.
    [few] { $max } znaky.
    [many] { $max } znaku.
   *[other] { $max } znakov.
}
email-malformed = Zadajte úplnú e-mailovú adresu, napríklad name@example.com.
email-not-ascii = Na adresy s diakritikou alebo iným písmom pred znakom @ nemôžeme posielať správy. Zadajte inú adresu.
# Must not tell which of the two is wrong, nor whether the address is known.
email-bad-credentials = E-mail a heslo sa nezhodujú. Skontrolujte oboje a skúste to znova.
email-bad-credentials-or-unconfirmed = E-mail a heslo sa nezhodujú alebo adresa ešte nie je potvrdená. Skontrolujte oboje alebo si nechajte poslať odkaz znova.
email-taken = Táto adresa už je vo vašom zozname.
email-too-many = Účet už má najvyšší povolený počet adries. Najprv jednu odstráňte.
email-same = Toto už je adresa vášho účtu.

password-required = Vyplňte toto pole.
password-too-short = Použite aspoň { $min ->
    [one] jeden znak.
    [few] { $min } znaky.
    [many] { $min } znaku.
   *[other] { $min } znakov.
}
password-too-long = Heslo je príliš dlhé. Použite najviac { $max ->
    [one] jeden znak.
    [few] { $max } znaky.
    [many] { $max } znaku.
   *[other] { $max } znakov.
}
password-too-common = Toto je jedno z hesiel, ktoré by každý skúsil ako prvé. Zvoľte si iné.
password-made-of-identity = Heslo sa príliš podobá na vaše meno, vašu adresu alebo názov tohto webu. Zvoľte si iné.
password-too-simple = Použite aspoň jedno veľké písmeno, jedno malé písmeno a jednu číslicu.
password-wrong = Toto nie je heslo tohto účtu.

retype-password-required = Vyplňte toto pole.
retype-password-mismatch = Heslo sa nezhoduje s heslom vyššie.

old-password-required = Vyplňte toto pole.
old-password-too-long = Toto je dlhšie než akékoľvek heslo na tomto webe. Použite najviac { $max ->
    [one] jeden znak.
    [few] { $max } znaky.
    [many] { $max } znaku.
   *[other] { $max } znakov.
}
old-password-wrong = Toto nie je vaše súčasné heslo.

recovery-code-required = Vyplňte toto pole.
recovery-code-malformed = Kód na obnovenie má pätnásť písmen a číslic. Skontrolujte, čo ste zadali.
# Must not tell which of the two is wrong.
recovery-code-bad-credentials = Tento kód a účet k sebe nepatria alebo kód už bol použitý. Skontrolujte oboje.
recovery-code-wrong = Toto nie je žiadny z vašich nepoužitých kódov.

totp-code-required = Vyplňte toto pole.
totp-code-malformed = Kód má šesť číslic. Skontrolujte, čo ste zadali.
totp-code-wrong = Toto nie je kód, ktorý aplikácia práve zobrazuje. Zadajte aktuálny.
totp-code-used = Tento kód už bol použitý. Počkajte na ďalší.
totp-code-too-many = Máte toľko aplikácií, koľko ich účet môže mať. Najprv jednu odstráňte.

label-too-long = Tento názov je príliš dlhý. Zvoľte kratší.

account-name-required = Zadajte názov svojho účtu.
account-name-wrong = Toto nie je názov vášho účtu.

roles-bad-characters = Použite len malé písmená, číslice, spojovníky a podčiarkovníky.
roles-not-yours-to-give = Túto rolu nemôžete prideliť iným.

# Fields that a site declares for itself.
profile-required = Vyplňte toto pole.
profile-too-long = Použite najviac { $max ->
    [one] jeden znak.
    [few] { $max } znaky.
    [many] { $max } znaku.
   *[other] { $max } znakov.
}
profile-too-short = Použite aspoň { $min ->
    [one] jeden znak.
    [few] { $min } znaky.
    [many] { $min } znaku.
   *[other] { $min } znakov.
}
profile-too-small = Zadajte číslo { $min } alebo väčšie.
profile-too-large = Zadajte číslo { $max } alebo menšie.
profile-malformed-number = Zadajte číslo.
profile-malformed-whole-number = Zadajte celé číslo.
profile-malformed-date = Zadajte dátum, napríklad 2001-12-31.
profile-too-early = Zadajte { $min } alebo neskorší dátum.
profile-too-late = Zadajte { $max } alebo skorší dátum.
profile-not-a-choice = Vyberte jednu z možností.
profile-changed-meanwhile = Tento údaj sa medzitým zmenil v inom okne. Odošlite formulár znova, ak má platiť to, čo je tu.
profile-bad-characters = Vynechajte znaky, ktoré sa nedajú zobraziť.
picture-required = Najprv vyberte fotku.
picture-too-large = Súbor je príliš veľký. Vyberte súbor, ktorý má najviac { $max ->
    [one] jeden megabajt.
    [few] { $max } megabajty.
    [many] { $max } megabajtu.
   *[other] { $max } megabajtov.
}
picture-too-many-pixels = Fotka je príliš veľká. Vyberte takú, ktorá má najviac { $max } × { $max } pixelov.
picture-malformed = Tento súbor nevieme prečítať ako obrázok. Vyberte súbor PNG, JPEG, WebP alebo GIF.

# Refusals of a form as a whole.
form-expired = Tento formulár už neplatí. Skontrolujte ho a odošlite znova.
form-no-cookies = Tento web potrebuje súbory cookie a váš prehliadač žiadne neposlal. Povoľte súbory cookie pre tento web a odošlite formulár znova.
form-other-account = Tento formulár vyplnil niekto iný, teraz je prihlásený účet { $name }. Nič z neho sa nezachovalo: vyplňte ho znova.
form-unconfirmed = Najprv potvrďte svoju e-mailovú adresu: otvorte odkaz v e-maile, ktorý sme vám poslali.
form-disabled = Tento účet je vypnutý. Obráťte sa na správcov webu.

# Stands in for a message that a site forgot to write for a code of its own.
message-missing = Táto hodnota nebola prijatá ({ $id }).
