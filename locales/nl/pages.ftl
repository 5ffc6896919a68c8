### The words of the pages. Messages are plain text: no HTML, no entities.

## Every page

# $title is what the page is about, $app_name the name of the site.
page-title = { $title } – { $app_name }
page-title-faulty = Fout: { $title } – { $app_name }
skip-to-content = Naar de inhoud
nav-account = Uw account
nav-sign-in = Inloggen
nav-register = Registreren
development = Ontwikkeling
development-mailbox = Er gaat geen post de deur uit.
# The form at the foot of the page: a list of languages, and a button.
languages-label = Taal
languages-submit = Wijzigen

link-home = Naar de startpagina
link-sign-in = Inloggen
link-register = Account aanmaken
link-forgot-password = Wachtwoord vergeten?
link-resend-confirm-email = Geen bevestigingsmail ontvangen?
link-use-recovery-code = Herstelcode gebruiken
link-profile = Naar uw profiel
link-mailbox = Open de postbus
link-back = Terug
link-back-to-sign-in = Terug naar inloggen
link-back-to-profile = Terug naar uw profiel
link-back-to-mailbox = Alle mails

## Fields

form-problems = Er is een probleem

field-username = Gebruikersnaam
field-username-or-email = Gebruikersnaam of e-mailadres
field-email = E-mailadres
field-new-email = Nieuw e-mailadres
field-password = Wachtwoord
field-retype-password = Nogmaals het wachtwoord
field-old-password = Huidig wachtwoord
field-new-password = Nieuw wachtwoord
field-new-username = Nieuwe gebruikersnaam
field-recovery-code = Herstelcode
field-totp-code = Code uit uw app
field-label = Naam van de app of het apparaat
field-trust-device = Op dit apparaat niet meer om een code vragen
field-account-name = Naam van uw account
field-remember-me = Ingelogd blijven op dit apparaat
field-language = Taal
# The first option: the language that the browser asks for.
field-language-automatic = De taal van uw browser
field-time-zone = Tijdzone
# The first option: no time zone chosen, times are shown in UTC.
field-time-zone-none = UTC
field-picture = Foto
# The empty first option of a list.
field-choose = Maak een keuze
# Stands after the label of a field that may stay empty.
field-optional = (niet verplicht)
hint-picture = PNG, JPEG, WebP of GIF, hoogstens { $megabytes ->
    [one] één megabyte
   *[other] { $megabytes } megabytes
} en { $pixels } bij { $pixels } pixels.
field-roles = Rollen
field-role = Rol: { $role }

hint-username = { $min } tot { $max } letters, cijfers, punten, koppeltekens of onderstrepingstekens.
hint-password = Minstens { $min ->
    [one] één teken.
   *[other] { $min } tekens.
} Een paar woorden die niets met elkaar te maken hebben, zijn sterk en goed te onthouden.
hint-recovery-code = Vijftien letters en cijfers. Spaties en koppeltekens maken niet uit.
hint-totp-code = Zes cijfers, die uw authenticator-app toont.
hint-label = Zo houdt u uw apparaten uit elkaar, bijvoorbeeld ‘Mijn telefoon’.
hint-trust-device = Dagen: { $days }. Kies dit alleen op een apparaat dat niemand anders gebruikt.
hint-account-name = Typ { $name } om te bevestigen.

strength-very-weak = Sterkte: heel zwak
strength-weak = Sterkte: zwak
strength-fair = Sterkte: redelijk
strength-good = Sterkte: goed
strength-strong = Sterkte: sterk

## Forms

register-title = Uw account aanmaken
register-lead = Welkom bij { $app_name }.
register-submit = Account aanmaken
register-elsewhere = Hebt u al een account?

sign-in-or-register-title = Log in of maak een account aan

# After the password was asked for again: what was posted before is sent by a button.
continue-title = Doorgaan
continue-lead = Uw wachtwoord klopt, en wat u eerder verstuurde is er nog. Met één druk op de knop wordt het verstuurd.
continue-submit = Doorgaan

sign-in-title = Inloggen
sign-in-submit = Inloggen
sign-in-elsewhere = Nieuw hier?

sign-out-title = Uitloggen
sign-out-lead = Wilt u op dit apparaat uitloggen bij { $app_name }?
sign-out-submit = Uitloggen

confirm-email-title = Uw e-mailadres bevestigen
confirm-email-lead = Eén druk op de knop en uw adres is bevestigd.
confirm-email-lead-password = Dit adres gaat bij het account hieronder horen. Voer het wachtwoord ervan in, zodat niemand anders uw adres kan overnemen.
confirm-email-lead-new-password = Dit account is met uw adres geregistreerd, misschien door u in een andere browser. Voer het wachtwoord in dat toen is gekozen. Kent u het niet, stel dan een nieuw in: het vervangt het oude en meldt alle anderen af.
confirm-email-registered = Geregistreerd
confirm-email-browser = Browser
confirm-email-submit = E-mailadres bevestigen

resend-confirm-email-title = Nieuwe bevestigingsmail aanvragen
resend-confirm-email-lead = Vul het adres in waarmee u zich hebt aangemeld. Als het nog bevestigd moet worden, mailen wij u een nieuwe link.
resend-confirm-email-submit = Mail versturen

forgot-password-title = Wachtwoord vergeten?
forgot-password-lead = Vul uw e-mailadres in. Als er een account bij hoort, mailen wij u een link om een nieuw wachtwoord te kiezen.
forgot-password-submit = Link versturen

reset-password-title = Kies een nieuw wachtwoord
reset-password-lead = U wordt overal uitgelogd en kunt inloggen met het nieuwe wachtwoord.
reset-password-submit = Nieuw wachtwoord opslaan

change-password-title = Uw wachtwoord wijzigen
change-password-lead = Hier blijft u ingelogd. Alle andere apparaten worden uitgelogd.
change-password-submit = Wachtwoord wijzigen

recovery-codes-title = Herstelcodes
recovery-codes-lead = Met een herstelcode komt u in uw account als u uw wachtwoord niet hebt en ook niet bij uw mail kunt. Elke code werkt één keer.
recovery-codes-left = { $left ->
    [0] U hebt geen herstelcodes.
    [one] U hebt nog één ongebruikte code.
   *[other] U hebt nog { $left } ongebruikte codes.
}
# Stands above the button that makes new codes, where there are some.
recovery-codes-replaced = Nieuwe codes vervangen de codes die u hebt. Met de oude komt u nog een tijdje terug in uw account.
recovery-codes-earlier = Met uw eerdere codes komt u nog tot { $until } terug in uw account.
# Codes under a secret of the site that it does not know any more.
recovery-codes-lost = Codes die u eerder hebt gemaakt, werken niet meer, omdat deze site een andere sleutel heeft. Maak nieuwe aan.
recovery-codes-submit = Nieuwe codes aanmaken
recovery-codes-new-title = Uw herstelcodes bewaren
recovery-codes-new-lead = Druk ze af of schrijf ze op, en bewaar ze waar alleen u ze kunt vinden. Deze pagina toont ze maar één keer.
recovery-codes-saved = Ik heb mijn codes bewaard

use-recovery-code-title = Herstelcode gebruiken
use-recovery-code-lead = Vul een van uw herstelcodes in en kies een nieuw wachtwoord. Op alle andere apparaten wordt u uitgelogd.
# The same page for somebody who is signed in and must show that it is them.
use-recovery-code-lead-proof = Vul in plaats van uw wachtwoord een van uw herstelcodes in. Die code werkt daarna niet meer.
use-recovery-code-submit = Nieuw wachtwoord opslaan
use-recovery-code-submit-proof = Doorgaan

second-step-title = Vul uw code in
second-step-lead = Open uw authenticator-app en vul de code in die u daar ziet.
second-step-lead-recovery = Vul een van uw herstelcodes in. Daarna werkt die niet meer.
second-step-submit = Inloggen
second-step-other-recovery = In plaats daarvan een herstelcode gebruiken
second-step-other-app = In plaats daarvan de authenticator-app gebruiken

authenticator-apps-title = Authenticator-apps
authenticator-apps-lead = Een authenticator-app toont elke 30 seconden een nieuwe code. Die vult u in bij het inloggen, zodat alleen uw wachtwoord niet genoeg is.
authenticator-apps-none = U hebt nog geen app ingesteld.
authenticator-apps-unnamed = Authenticator-app
authenticator-apps-created = Ingesteld
authenticator-apps-last-used = Laatst gebruikt
authenticator-apps-rename = Naam opslaan
authenticator-apps-remove = Verwijderen
authenticator-apps-submit = App instellen
trusted-devices-title = Vertrouwde apparaten
trusted-devices-lead = Op deze apparaten is uw wachtwoord genoeg om in te loggen.
trusted-devices-until = Tot
trusted-devices-forget = Weer om een code vragen
set-up-totp-title = Stel uw app in
set-up-totp-lead = Scan deze afbeelding met uw authenticator-app. Vul daarna de code in die u daar ziet.
set-up-totp-qr = QR-code voor uw authenticator-app
set-up-totp-open = Een app op dit apparaat openen
set-up-totp-key = Kunt u niet scannen? Typ deze sleutel in uw app:
set-up-totp-submit = Instellen voltooien

export-data-title = Uw gegevens
export-data-lead = Download wat deze site over u bewaart: uw account, uw profiel, uw apparaten en wat er onlangs gebeurde. Wachtwoorden en andere geheimen staan er niet in.
export-data-submit = Gegevens klaarzetten
export-data-underway = We zetten uw gegevens klaar. U krijgt een e-mail zodra ze klaar zijn.
# On the page and in the mail.
export-data-ready = U kunt ze downloaden tot dit moment: { $until }.
export-data-zip = Alles, met uw foto (ZIP)
export-data-json = Alleen de gegevens (JSON)

delete-account-title = Account verwijderen
delete-account-lead = Uw account wordt verwijderd met alles wat erbij hoort: profiel, e-mailadressen, foto en aanmeldingen. Dit kan niet ongedaan worden gemaakt.
delete-account-due = U wordt overal uitgelogd. Het account wordt op dit moment verwijderd: { $due }. Tot dan kunt u inloggen en het houden.
delete-account-at-once = Het account wordt meteen verwijderd.
delete-account-submit = Account verwijderen

keep-account-title = Wilt u uw account houden?
keep-account-lead = Uw account wordt verwijderd, met alles wat erbij hoort: { $due }.
keep-account-submit = Account houden
# Goes on without deciding.
keep-account-elsewhere = Niet nu

change-username-title = Uw gebruikersnaam wijzigen
change-username-lead = Bevestig de wijziging met uw wachtwoord.
change-username-submit = Gebruikersnaam wijzigen
edit-profile-title = Uw profiel bewerken
edit-profile-submit = Opslaan
picture-title = Uw foto
picture-lead = Die staat naast uw naam. Wij snijden de foto vierkant bij en verwijderen al het andere dat het bestand vertelt, zoals de plaats waar de foto is genomen.
picture-submit = Foto opslaan
picture-remove = Foto verwijderen
# Read aloud in place of somebody's picture.
picture-of = Foto van { $name }

change-email-title = Uw e-mailadres wijzigen
change-email-lead = Wij mailen een link naar het nieuwe adres. Tot u die opent, houdt uw account het huidige adres: { $address }.
change-email-submit = Link versturen

undo-email-change-title = Uw account terughalen
undo-email-change-lead = Eén druk op de knop en uw account loopt weer via { $address }. Het huidige wachtwoord werkt niet meer, alle apparaten worden uitgelogd en onlangs toegevoegde adressen worden verwijderd. Daarna kiest u een nieuw wachtwoord.
undo-email-change-submit = Dit was ik niet

## Email addresses

manage-emails-title = Uw e-mailadressen
manage-emails-lead = Mails over uw account gaan naar het hoofdadres. Inloggen kan met elk bevestigd adres.
email-make-primary = Hoofdadres maken
email-delete = Verwijderen
email-send-confirmation = Bevestigingsmail versturen
add-email-title = Adres toevoegen
add-email-lead = Wij mailen er een link naartoe waarmee u bevestigt dat het adres van u is.
add-email-submit = Adres toevoegen

## Invitations

invite-title = Iemand uitnodigen
invite-lead = Wij mailen een uitnodiging voor { $app_name }.
invite-submit = Uitnodiging versturen
invitations-title = Uw uitnodigingen
invitations-empty = U hebt nog niemand uitgenodigd.
invitation-sent = Verstuurd
invitation-open = Open tot { $date }
invitation-accepted = Aangenomen
invitation-expired = Verlopen
invitation-revoked = Ingetrokken
invitation-resend = Opnieuw versturen
invitation-revoke = Intrekken
accept-invitation-title = U bent uitgenodigd
accept-invitation-lead = U bent als { $address } uitgenodigd voor { $app_name }.
accept-invitation-lead-by = { $inviter } heeft u als { $address } uitgenodigd voor { $app_name }.
accept-invitation-signed-in = U bent ingelogd als { $name }.
accept-invitation-has-account = U hebt al een account met dit adres. Log in om de uitnodiging aan te nemen.
accept-invitation-other-account = De uitnodiging is voor iemand anders dan { $name }. Log eerst uit als zij voor u is.
accept-invitation-submit = Uitnodiging aannemen
register-invited-lead = U bent uitgenodigd voor { $app_name }.

## The profile

profile-title = Uw profiel
profile-account = Account
profile-emails = E-mail
profile-roles = Rollen
profile-member-since = Lid sinds
profile-manage-emails = Voeg adressen toe, verwijder of bevestig ze, en kies waar mails naartoe gaan.
profile-change-email = Gebruik een ander adres voor uw account.
profile-about = Over u
profile-no-value = Niet ingevuld
profile-yes = Ja
profile-no = Nee
profile-edit = Wijzig wat hier te zien is.
profile-picture = Toon een foto naast uw naam.
profile-change-username = Kies de naam waaronder men u kent.
profile-change-password = Kies een ander, en log alle andere apparaten uit.
profile-recovery-codes = Kom weer in uw account als u uw wachtwoord en uw mail kwijt bent.
profile-authenticator-apps = Laat bij het inloggen om een code van uw telefoon vragen.
profile-sessions = Bekijk uw apparaten, en log uit wat u niet kent.
profile-invite = Verstuur een uitnodiging per mail.
profile-export-data = Download wat deze site over u bewaart.
profile-delete-account = Verwijder uw account met alles wat erin staat.
email-primary = Hoofdadres
email-confirmed = Bevestigd
email-unconfirmed = Niet bevestigd

## Where you are signed in

sessions-title = Waar u bent ingelogd
sessions-lead = Deze browsers zijn ingelogd op uw account. Kent u er één niet, log die dan uit en wijzig uw wachtwoord.
session-current = Deze browser
# Such as "Firefox on Linux".
browser-on = { $browser } op { $system }
session-unknown-browser = Onbekende browser
session-created = Ingelogd
session-last-seen = Laatst actief
session-revoke = Uitloggen
sessions-revoke-others = Alle andere uitloggen

## The development mailbox

mailbox-title = Postbus
mailbox-lead = Alle mails van deze ontwikkelsite komen hier terecht.
mailbox-empty = Nog geen mails.
mailbox-from = Van
mailbox-to = Aan
mailbox-date = Datum
mailbox-faces = Weergaven van deze mail
mailbox-face-text = Tekst
mailbox-face-html = HTML
mailbox-face-source = Bron
mailbox-links = Links in deze mail

## Problems

# $seconds is how long to wait, 0 when unknown; $minutes is the same, 0 when it is better told in seconds.
problem-bad-request-title = Dat hebben wij niet begrepen
problem-bad-request-advice = Er klopte iets niet aan de aanvraag. Ga terug en probeer het opnieuw.
problem-unauthenticated-title = Log eerst in
problem-unauthenticated-advice = Deze pagina is voor wie is ingelogd.
problem-sign-in-again-title = Voer uw wachtwoord opnieuw in
problem-sign-in-again-advice = Hiervoor moet het wachtwoord kort geleden zijn ingevoerd. Log nog eens in en probeer het opnieuw.
problem-forbidden-title = Deze pagina is niet voor u
problem-forbidden-advice = Met uw account kunt u deze pagina niet bekijken. Klopt dat volgens u niet, vraag het dan aan de beheerders van deze site.
problem-csrf-title = Dit formulier is niet meer geldig
problem-csrf-advice = Voor uw veiligheid werkt een formulier maar een bepaalde tijd, en alleen in de browser waarin het is geopend. Ga terug, laad de pagina opnieuw en verstuur het nog eens.
problem-cookies-title = Deze site heeft cookies nodig
problem-cookies-advice = Uw browser heeft er geen gestuurd, en daarom weten wij niet of het formulier van u komt. Sta in de instellingen van uw browser cookies toe voor deze site, laad de pagina opnieuw en verstuur het formulier nog eens.
problem-link-cookies-title = Deze site heeft cookies nodig
problem-link-cookies-advice = Uw browser heeft er geen gestuurd, en daarom weet deze pagina niet bij welke link zij hoort. Sta in de instellingen van uw browser cookies toe voor deze site en open daarna de link in de mail nog eens.
problem-not-found-title = Hier is niets
problem-not-found-advice = Misschien is het adres verkeerd getypt, of is de pagina verhuisd.
problem-method-not-allowed-title = Dat kan hier niet
problem-method-not-allowed-advice = Deze pagina is niet op die manier te gebruiken. Ga terug en probeer het opnieuw.
problem-too-large-title = Dat was te veel
problem-too-large-advice = Wat is verstuurd, is groter dan wij aannemen. Maak het korter en probeer het opnieuw.
problem-unsupported-media-type-title = Dit formaat kunnen wij niet lezen
problem-unsupported-media-type-advice = Wat is verstuurd, heeft een formaat dat wij hier niet aannemen.
problem-invalid-title = Niet alles klopte
problem-invalid-advice = Ga terug en controleer wat u hebt ingevuld.
problem-too-many-requests-title = Te veel pogingen
problem-too-many-requests-advice = { $minutes ->
    [0] { $seconds ->
        [0] Wacht even en probeer het dan opnieuw.
        [one] Wacht een seconde en probeer het dan opnieuw.
       *[other] Wacht { $seconds } seconden en probeer het dan opnieuw.
    }
    [one] Wacht een minuut en probeer het dan opnieuw.
   *[other] Wacht { $minutes } minuten en probeer het dan opnieuw.
}
problem-internal-title = Er ging iets mis
problem-internal-advice = Dat ligt aan ons, niet aan u, en het is genoteerd. Probeer het later opnieuw.
problem-unavailable-title = Het is erg druk
problem-unavailable-advice = { $minutes ->
    [0] { $seconds ->
        [0] Probeer het zo dadelijk opnieuw.
        [one] Probeer het over een seconde opnieuw.
       *[other] Probeer het over { $seconds } seconden opnieuw.
    }
    [one] Probeer het over een minuut opnieuw.
   *[other] Probeer het over { $minutes } minuten opnieuw.
}

## The menu of the account pages

menu-you = U
menu-security = Beveiliging
menu-settings = Accountinstellingen
menu-where = Alle instellingen. U bent hier:
menu-profile = Profiel
menu-edit-profile = Persoonlijke gegevens
menu-picture = Foto
menu-manage-emails = E-mailadressen
menu-change-email = E-mailadres
menu-change-username = Gebruikersnaam
menu-change-password = Wachtwoord
menu-recovery-codes = Herstelcodes
menu-authenticator-apps = Authenticator-apps
menu-sessions = Uw apparaten
menu-invite = Uitnodigingen
menu-export-data = Uw gegevens
menu-delete-account = Account verwijderen
profile-change = Wijzigen
profile-change-picture = Foto wijzigen

## Coming in

sign-in-to = Inloggen bij { $app_name }
password-show = Wachtwoord tonen
check-email-title = Kijk in uw mailbox
check-email-lead = Wij hebben een mail gestuurd naar { $address }. Open de link daarin om verder te gaan.
check-email-lead-resend = Als { $address } nog bevestigd moet worden, is er een mail met een nieuwe link onderweg.
check-email-lead-reset = Als er een account bij { $address } hoort, is er een mail met een link onderweg.
check-email-hint = Niets ontvangen? Kijk bij de ongewenste post, of laat de mail opnieuw sturen.
check-email-submit = Opnieuw sturen
check-email-other = Ander adres gebruiken
confirm-identity-title = Bevestig dat u het bent
confirm-identity-lead = U staat op het punt iets te wijzigen dat uw account beschermt. Voer uw wachtwoord in om verder te gaan.
confirm-identity-submit = Bevestigen
confirm-identity-cancel = Annuleren en terug

## The foot of the page

footer-help = Hulp
footer-privacy = Privacy
footer-terms = Voorwaarden
footer-support = Contact opnemen
problem-reference = Referentie: { $reference }
