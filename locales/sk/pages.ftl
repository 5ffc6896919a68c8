### The words of the pages. Messages are plain text: no HTML, no entities.

## Every page

# $title is what the page is about, $app_name the name of the site.
page-title = { $title } – { $app_name }
page-title-faulty = Chyba: { $title } – { $app_name }
skip-to-content = Prejsť na obsah
nav-account = Váš účet
nav-sign-in = Prihlásiť sa
nav-register = Registrácia
development = Vývoj
development-mailbox = Žiadny e-mail neopustí tento počítač.
# The form at the foot of the page: a list of languages, and a button.
languages-label = Jazyk
languages-submit = Zmeniť

link-home = Na úvodnú stránku
link-sign-in = Prihlásiť sa
link-register = Vytvoriť účet
link-forgot-password = Zabudli ste heslo?
link-resend-confirm-email = Neprišiel vám potvrdzovací e-mail?
link-use-recovery-code = Použiť kód na obnovenie
link-profile = Prejsť na profil
link-mailbox = Otvoriť schránku
link-back = Späť
link-back-to-sign-in = Späť na prihlásenie
link-back-to-profile = Späť na profil
link-back-to-mailbox = Všetky e-maily

## Fields

form-problems = Vyskytol sa problém

field-username = Používateľské meno
field-username-or-email = Používateľské meno alebo e-mailová adresa
field-email = E-mailová adresa
field-new-email = Nová e-mailová adresa
field-password = Heslo
field-retype-password = Heslo znova
field-old-password = Súčasné heslo
field-new-password = Nové heslo
field-new-username = Nové používateľské meno
field-recovery-code = Kód na obnovenie
field-totp-code = Kód z aplikácie
field-label = Názov aplikácie alebo zariadenia
field-trust-device = Na tomto zariadení sa už na kód nepýtať
field-account-name = Názov vášho účtu
field-remember-me = Neodhlasovať ma na tomto zariadení
field-language = Jazyk
# The first option: the language that the browser asks for.
field-language-automatic = Jazyk prehliadača
field-time-zone = Časové pásmo
# The first option: no time zone chosen, times are shown in UTC.
field-time-zone-none = UTC
field-picture = Fotka
# The empty first option of a list.
field-choose = Vyberte
# Stands after the label of a field that may stay empty.
field-optional = (nepovinné)
hint-picture = PNG, JPEG, WebP alebo GIF, najviac { $megabytes ->
    [one] jeden megabajt
    [few] { $megabytes } megabajty
    [many] { $megabytes } megabajtu
   *[other] { $megabytes } megabajtov
} a { $pixels } × { $pixels } pixelov.
field-roles = Roly
field-role = Rola: { $role }

hint-username = Od { $min } do { $max } znakov: písmená, číslice, bodky, spojovníky alebo podčiarkovníky.
hint-password = Aspoň { $min ->
    [one] jeden znak.
    [few] { $min } znaky.
    [many] { $min } znaku.
   *[other] { $min } znakov.
} Niekoľko slov, ktoré spolu nesúvisia, tvorí silné a ľahko zapamätateľné heslo.
hint-recovery-code = Pätnásť znakov: písmená a číslice. Na medzerách a spojovníkoch nezáleží.
hint-totp-code = Šesť číslic, ktoré zobrazuje overovacia aplikácia.
hint-label = Aby ste rozlíšili svoje zariadenia, napríklad „Môj telefón“.
hint-trust-device = Dní: { $days }. Zvoľte to len na zariadení, ktoré nepoužíva nikto iný.
hint-account-name = Na potvrdenie napíšte { $name }.

strength-very-weak = Sila hesla: veľmi slabá
strength-weak = Sila hesla: slabá
strength-fair = Sila hesla: stredná
strength-good = Sila hesla: dobrá
strength-strong = Sila hesla: vysoká

## Forms

register-title = Vytvorenie účtu
register-lead = Vitajte na webe { $app_name }.
register-submit = Vytvoriť účet
register-elsewhere = Už máte účet?

sign-in-or-register-title = Prihláste sa alebo si vytvorte účet

# After the password was asked for again: what was posted before is sent by a button.
continue-title = Pokračovať
continue-lead = Heslo je potvrdené a to, čo ste odoslali predtým, sa nestratilo. Odošlete to stlačením tlačidla.
continue-submit = Pokračovať

sign-in-title = Prihlásenie
sign-in-submit = Prihlásiť sa
sign-in-elsewhere = Ešte nemáte účet?

sign-out-title = Odhlásenie
sign-out-lead = Chcete sa na tomto zariadení odhlásiť z webu { $app_name }?
sign-out-submit = Odhlásiť sa

confirm-email-title = Potvrdenie e-mailovej adresy
confirm-email-lead = Stačí stlačiť tlačidlo a vaša adresa bude potvrdená.
confirm-email-lead-password = Táto adresa bude patriť k účtu nižšie. Zadajte jeho heslo, aby si vašu adresu nemohol privlastniť nikto iný.
confirm-email-lead-new-password = Tento účet bol zaregistrovaný s vašou adresou, možno vami v inom prehliadači. Zadajte heslo zvolené vtedy. Ak ho nepoznáte, nastavte nové: nahradí pôvodné a odhlási všetkých ostatných.
confirm-email-registered = Zaregistrovaný
confirm-email-browser = Prehliadač
confirm-email-submit = Potvrdiť adresu

resend-confirm-email-title = Nový potvrdzovací e-mail
resend-confirm-email-lead = Zadajte adresu, ktorú ste uviedli pri registrácii. Ak ju ešte treba potvrdiť, pošleme na ňu nový odkaz.
resend-confirm-email-submit = Poslať e-mail

forgot-password-title = Zabudli ste heslo?
forgot-password-lead = Zadajte svoju e-mailovú adresu. Ak k nej patrí účet, pošleme odkaz na nastavenie nového hesla.
forgot-password-submit = Poslať odkaz

reset-password-title = Nastavte si nové heslo
reset-password-lead = Odhlásime vás na všetkých zariadeniach a budete sa môcť prihlásiť novým heslom.
reset-password-submit = Uložiť nové heslo

change-password-title = Zmena hesla
change-password-lead = Toto zariadenie zostane prihlásené. Všetky ostatné zariadenia odhlásime.
change-password-submit = Zmeniť heslo

recovery-codes-title = Kódy na obnovenie
recovery-codes-lead = Kódom na obnovenie sa dostanete do účtu, keď nemáte heslo ani prístup k e-mailu. Každý kód funguje len raz.
recovery-codes-left = { $left ->
    [0] Nemáte žiadne kódy na obnovenie.
    [one] Máte jeden nepoužitý kód.
    [few] Máte { $left } nepoužité kódy.
    [many] Máte { $left } nepoužitého kódu.
   *[other] Máte { $left } nepoužitých kódov.
}
# Stands above the button that makes new codes, where there are some.
recovery-codes-replaced = Nové kódy nahradia doterajšie. Starými sa ešte istý čas dostanete späť do účtu.
recovery-codes-earlier = Skoršími kódmi sa dostanete späť do účtu ešte do { $until }.
# Codes under a secret of the site that it does not know any more.
recovery-codes-lost = Kódy, ktoré ste vytvorili skôr, už neplatia, lebo tento web zmenil svoj kľúč. Vytvorte si nové.
recovery-codes-submit = Vytvoriť nové kódy
recovery-codes-new-title = Uložte si kódy na obnovenie
recovery-codes-new-lead = Vytlačte si ich alebo zapíšte a uschovajte tam, kde ich nájdete len vy. Táto stránka ich zobrazí iba raz.
recovery-codes-saved = Kódy mám uložené

use-recovery-code-title = Zadajte kód na obnovenie
use-recovery-code-lead = Zadajte jeden zo svojich kódov na obnovenie a nastavte si nové heslo. Všade inde vás odhlásime.
# The same page for somebody who is signed in and must show that it is them.
use-recovery-code-lead-proof = Namiesto hesla zadajte jeden zo svojich kódov na obnovenie. Tento kód sa už znova použiť nedá.
use-recovery-code-submit = Uložiť nové heslo
use-recovery-code-submit-proof = Pokračovať

second-step-title = Zadajte kód
second-step-lead = Otvorte overovaciu aplikáciu a zadajte kód, ktorý zobrazuje.
second-step-lead-recovery = Zadajte jeden zo svojich kódov na obnovenie. Znova sa použiť nedá.
second-step-submit = Prihlásiť sa
second-step-other-recovery = Použiť radšej kód na obnovenie
second-step-other-app = Použiť radšej overovaciu aplikáciu

authenticator-apps-title = Overovacie aplikácie
authenticator-apps-lead = Overovacia aplikácia každých 30 sekúnd zobrazí nový kód. Zadáte ho pri prihlásení, takže samotné heslo nestačí.
authenticator-apps-none = Zatiaľ nemáte nastavenú žiadnu aplikáciu.
authenticator-apps-unnamed = Overovacia aplikácia
authenticator-apps-created = Nastavené
authenticator-apps-last-used = Naposledy použité
authenticator-apps-rename = Uložiť názov
authenticator-apps-remove = Odstrániť
authenticator-apps-submit = Nastaviť aplikáciu
trusted-devices-title = Dôveryhodné zariadenia
trusted-devices-lead = Na týchto zariadeniach na prihlásenie stačí heslo.
trusted-devices-until = Do
trusted-devices-forget = Znova sa pýtať na kód
set-up-totp-title = Nastavte si aplikáciu
set-up-totp-lead = Naskenujte tento obrázok overovacou aplikáciou. Potom zadajte kód, ktorý zobrazí.
set-up-totp-qr = QR kód pre overovaciu aplikáciu
set-up-totp-open = Otvoriť aplikáciu na tomto zariadení
set-up-totp-key = Nedá sa naskenovať? Napíšte tento kľúč do aplikácie:
set-up-totp-submit = Dokončiť nastavenie

export-data-title = Vaše údaje
export-data-lead = Stiahnite si, čo o vás táto stránka uchováva: účet, profil, zariadenia a posledné udalosti. Heslá ani iné tajomstvá v nich nie sú.
export-data-submit = Pripraviť moje údaje
export-data-underway = Pripravujeme vaše údaje. Keď budú hotové, pošleme vám e-mail.
# On the page and in the mail.
export-data-ready = Môžete si ich stiahnuť do: { $until }.
export-data-zip = Všetko, aj s fotkou (ZIP)
export-data-json = Iba údaje (JSON)

delete-account-title = Odstrániť účet
delete-account-lead = Účet sa odstráni so všetkým, čo k nemu patrí: s profilom, e-mailovými adresami, fotkou a prihláseniami. Nedá sa to vrátiť späť.
delete-account-due = Všade vás odhlásime. Účet sa odstráni: { $due }. Dovtedy sa môžete prihlásiť a ponechať si ho.
delete-account-at-once = Účet sa odstráni ihneď.
delete-account-submit = Odstrániť účet

keep-account-title = Chcete si účet ponechať?
keep-account-lead = Váš účet sa odstráni so všetkým, čo k nemu patrí: { $due }.
keep-account-submit = Ponechať účet
# Goes on without deciding.
keep-account-elsewhere = Teraz nie

change-username-title = Zmena používateľského mena
change-username-lead = Zmenu potvrďte svojím heslom.
change-username-submit = Zmeniť meno
edit-profile-title = Úprava profilu
edit-profile-submit = Uložiť
picture-title = Vaša fotka
picture-lead = Zobrazuje sa vedľa vášho mena. Orežeme ju na štvorec a odstránime zo súboru všetky ostatné údaje, napríklad miesto, kde vznikla.
picture-submit = Uložiť fotku
picture-remove = Odstrániť fotku
# Read aloud in place of somebody's picture.
picture-of = Profilová fotka: { $name }

change-email-title = Zmena e-mailovej adresy
change-email-lead = Na novú adresu pošleme odkaz. Kým ho neotvoríte, účtu zostane súčasná adresa { $address }.
change-email-submit = Poslať odkaz

undo-email-change-title = Vezmite si účet späť
undo-email-change-lead = Stačí stlačiť tlačidlo a váš účet bude znova používať adresu { $address }. Doterajšie heslo prestane platiť, všetky zariadenia odhlásime a nedávno pridané adresy odstránime. Potom si nastavíte nové heslo.
undo-email-change-submit = Toto nie je odo mňa

## Email addresses

manage-emails-title = Vaše e-mailové adresy
manage-emails-lead = E-maily o vašom účte chodia na hlavnú adresu. Prihlásiť sa môžete každou potvrdenou.
email-make-primary = Nastaviť ako hlavnú
email-delete = Odstrániť
email-send-confirmation = Poslať potvrdenie
add-email-title = Pridať adresu
add-email-lead = Pošleme na ňu odkaz, ktorým potvrdíte, že patrí vám.
add-email-submit = Pridať adresu

## Invitations

invite-title = Pozvať niekoho
invite-lead = E-mailom pošleme pozvánku na web { $app_name }.
invite-submit = Poslať pozvánku
invitations-title = Vaše pozvánky
invitations-empty = Zatiaľ tu nie sú žiadne pozvánky.
invitation-sent = Odoslaná
invitation-open = Platí do { $date }
invitation-accepted = Prijatá
invitation-expired = Vypršala
invitation-revoked = Stiahnutá
invitation-resend = Poslať znova
invitation-revoke = Stiahnuť
accept-invitation-title = Máte pozvánku
accept-invitation-lead = Máte pozvánku na web { $app_name } pre adresu { $address }.
accept-invitation-lead-by = { $inviter } vás pozýva na web { $app_name }. Adresa v pozvánke: { $address }.
accept-invitation-signed-in = Prihlásený účet: { $name }.
accept-invitation-has-account = S touto adresou už máte účet. Ak chcete pozvánku prijať, prihláste sa.
accept-invitation-other-account = Táto pozvánka nie je pre účet { $name }. Ak patrí vám, najprv sa odhláste.
accept-invitation-submit = Prijať pozvánku
register-invited-lead = Máte pozvánku na web { $app_name }.

## The profile

profile-title = Váš profil
profile-account = Účet
profile-emails = E-mail
profile-roles = Roly
profile-member-since = Účet od
profile-manage-emails = Pridajte, odstráňte alebo potvrďte adresy a vyberte, kam majú e-maily chodiť.
profile-change-email = Používajte pre svoj účet inú adresu.
profile-about = O vás
profile-no-value = Neuvedené
profile-yes = Áno
profile-no = Nie
profile-edit = Zmeňte, čo sa tu zobrazuje.
profile-picture = Pridajte si fotku vedľa svojho mena.
profile-change-username = Vyberte si meno, pod ktorým vás ostatní poznajú.
profile-change-password = Nastavte si nové heslo a odhláste všetky ostatné zariadenia.
profile-recovery-codes = Vráťte sa do účtu, aj keď prídete o heslo a e-mail.
profile-authenticator-apps = Vyžadujte pri prihlásení kód z telefónu.
profile-sessions = Pozrite si svoje zariadenia a odhláste tie, ktoré nepoznáte.
profile-invite = Pošlite pozvánku e-mailom.
profile-export-data = Stiahnite si, čo o vás táto stránka uchováva.
profile-delete-account = Odstráňte svoj účet so všetkým, čo v ňom je.
email-primary = Hlavná
email-confirmed = Potvrdená
email-unconfirmed = Nepotvrdená

## Where you are signed in

sessions-title = Kde je váš účet prihlásený
sessions-lead = V týchto prehliadačoch je prihlásený váš účet. Ak niektorý z nich nepoznáte, odhláste ho a zmeňte si heslo.
session-current = Tento prehliadač
# Such as "Firefox on Linux".
browser-on = { $browser } ({ $system })
session-unknown-browser = Neznámy prehliadač
session-created = Prihlásenie
session-last-seen = Posledná aktivita
session-revoke = Odhlásiť
sessions-revoke-others = Odhlásiť všetky ostatné

## The development mailbox

mailbox-title = Schránka
mailbox-lead = Sem prichádza každý e-mail tohto vývojového webu.
mailbox-empty = Zatiaľ žiadne e-maily.
mailbox-from = Od
mailbox-to = Komu
mailbox-date = Dátum
mailbox-faces = Zobrazenia tohto e-mailu
mailbox-face-text = Text
mailbox-face-html = HTML
mailbox-face-source = Zdroj
mailbox-links = Odkazy v tomto e-maile

## Problems

# $seconds is how long to wait, 0 when unknown; $minutes is the same, 0 when it is better told in seconds.
problem-bad-request-title = Tejto požiadavke nerozumieme
problem-bad-request-advice = S požiadavkou niečo nebolo v poriadku. Vráťte sa a skúste to znova.
problem-unauthenticated-title = Prihláste sa
problem-unauthenticated-advice = Táto stránka je dostupná až po prihlásení.
problem-sign-in-again-title = Zadajte heslo znova
problem-sign-in-again-advice = Na to musí byť heslo zadané len nedávno. Prihláste sa ešte raz a potom to skúste znova.
problem-forbidden-title = K tejto stránke nemáte prístup
problem-forbidden-advice = Váš účet nemá prístup k tejto stránke. Ak si myslíte, že je to omyl, obráťte sa na správcov webu.
problem-csrf-title = Tento formulár už neplatí
problem-csrf-advice = Z bezpečnostných dôvodov formulár funguje len obmedzený čas a len v prehliadači, v ktorom bol otvorený. Vráťte sa, obnovte stránku a odošlite ho znova.
problem-cookies-title = Tento web potrebuje súbory cookie
problem-cookies-advice = Váš prehliadač žiadne neposlal, preto nevieme, či formulár prišiel od vás. Povoľte v nastaveniach prehliadača súbory cookie pre tento web, obnovte stránku a odošlite formulár znova.
problem-link-cookies-title = Tento web potrebuje súbory cookie
problem-link-cookies-advice = Váš prehliadač žiadne neposlal, preto táto stránka nevie, ku ktorému odkazu patrí. Povoľte v nastaveniach prehliadača súbory cookie pre tento web a potom otvorte odkaz v e-maile znova.
problem-not-found-title = Nič tu nie je
problem-not-found-advice = V adrese môže byť preklep alebo stránku presunuli.
problem-method-not-allowed-title = Tu to nie je možné
problem-method-not-allowed-advice = Túto stránku nemožno takto použiť. Vráťte sa a skúste to znova.
problem-too-large-title = Bolo toho priveľa
problem-too-large-advice = Odoslané údaje sú väčšie, než prijímame. Skráťte ich a skúste to znova.
problem-unsupported-media-type-title = Tento formát nevieme prečítať
problem-unsupported-media-type-advice = Odoslané údaje majú formát, ktorý tu neprijímame.
problem-invalid-title = Niečo nie je správne
problem-invalid-advice = Vráťte sa a skontrolujte zadané údaje.
problem-too-many-requests-title = Príliš veľa pokusov
problem-too-many-requests-advice = { $minutes ->
    [0] { $seconds ->
        [0] Chvíľu počkajte a skúste to znova.
        [one] Počkajte sekundu a skúste to znova.
        [few] Počkajte { $seconds } sekundy a skúste to znova.
        [many] Počkajte { $seconds } sekundy a skúste to znova.
       *[other] Počkajte { $seconds } sekúnd a skúste to znova.
    }
    [one] Počkajte minútu a skúste to znova.
    [few] Počkajte { $minutes } minúty a skúste to znova.
    [many] Počkajte { $minutes } minúty a skúste to znova.
   *[other] Počkajte { $minutes } minút a skúste to znova.
}
problem-internal-title = Niečo sa pokazilo
problem-internal-advice = Je to naša chyba, nie vaša, a už o nej vieme. Skúste to znova neskôr.
problem-unavailable-title = Web je veľmi vyťažený
problem-unavailable-advice = { $minutes ->
    [0] { $seconds ->
        [0] Skúste to znova o chvíľu.
        [one] Skúste to znova o sekundu.
        [few] Skúste to znova o { $seconds } sekundy.
        [many] Skúste to znova o { $seconds } sekundy.
       *[other] Skúste to znova o { $seconds } sekúnd.
    }
    [one] Skúste to znova o minútu.
    [few] Skúste to znova o { $minutes } minúty.
    [many] Skúste to znova o { $minutes } minúty.
   *[other] Skúste to znova o { $minutes } minút.
}

## The menu of the account pages

menu-you = Vy
menu-security = Zabezpečenie
menu-settings = Nastavenia účtu
menu-where = Všetky nastavenia. Ste tu:
menu-profile = Profil
menu-edit-profile = Osobné údaje
menu-picture = Fotka
menu-manage-emails = E-mailové adresy
menu-change-email = E-mailová adresa
menu-change-username = Používateľské meno
menu-change-password = Heslo
menu-recovery-codes = Kódy na obnovenie
menu-authenticator-apps = Overovacie aplikácie
menu-sessions = Vaše zariadenia
menu-invite = Pozvánky
menu-export-data = Vaše údaje
menu-delete-account = Odstrániť účet
profile-change = Zmeniť
profile-change-picture = Zmeniť fotku

## Coming in

sign-in-to = Prihlásenie do { $app_name }
password-show = Zobraziť heslo
check-email-title = Pozrite si e-mail
check-email-lead = Poslali sme e-mail na adresu { $address }. Pokračujte otvorením odkazu v ňom.
check-email-lead-resend = Ak adresu { $address } ešte treba potvrdiť, e-mail s novým odkazom je už na ceste.
check-email-lead-reset = Ak k adrese { $address } patrí účet, e-mail s odkazom je už na ceste.
check-email-hint = Nič neprišlo? Pozrite sa do spamu alebo si nechajte e-mail poslať znova.
check-email-submit = Poslať znova
check-email-other = Použiť inú adresu
confirm-identity-title = Potvrďte, že ste to vy
confirm-identity-lead = Chystáte sa zmeniť niečo, čo chráni váš účet. Pokračujte zadaním hesla.
confirm-identity-submit = Potvrdiť
confirm-identity-cancel = Zrušiť a vrátiť sa

## The foot of the page

footer-help = Pomoc
footer-privacy = Súkromie
footer-terms = Podmienky
footer-support = Kontaktovať podporu
problem-reference = Referenčné číslo: { $reference }
