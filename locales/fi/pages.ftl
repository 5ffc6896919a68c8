### The words of the pages. Messages are plain text: no HTML, no entities.

## Every page

# $title is what the page is about, $app_name the name of the site.
page-title = { $title } – { $app_name }
page-title-faulty = Virhe: { $title } – { $app_name }
skip-to-content = Siirry sisältöön
nav-account = Oma tili
nav-sign-in = Kirjaudu
nav-register = Rekisteröidy
development = Kehitys
development-mailbox = Viestit eivät lähde tästä koneesta.
# The form at the foot of the page: a list of languages, and a button.
languages-label = Kieli
languages-submit = Vaihda

link-home = Siirry etusivulle
link-sign-in = Kirjaudu sisään
link-register = Luo tili
link-forgot-password = Unohditko salasanan?
link-resend-confirm-email = Eikö vahvistusviesti tullut?
link-use-recovery-code = Käytä palautuskoodia
link-profile = Siirry profiiliin
link-mailbox = Avaa postilaatikko
link-back = Takaisin
link-back-to-sign-in = Takaisin kirjautumiseen
link-back-to-profile = Takaisin profiiliin
link-back-to-mailbox = Kaikki viestit

## Fields

form-problems = Tarkista tiedot

field-username = Käyttäjätunnus
field-username-or-email = Käyttäjätunnus tai sähköpostiosoite
field-email = Sähköpostiosoite
field-new-email = Uusi sähköpostiosoite
field-password = Salasana
field-retype-password = Salasana uudelleen
field-old-password = Nykyinen salasana
field-new-password = Uusi salasana
field-new-username = Uusi käyttäjätunnus
field-recovery-code = Palautuskoodi
field-totp-code = Koodi sovelluksestasi
field-label = Sovelluksen tai laitteen nimi
field-trust-device = Älä kysy koodia enää tällä laitteella
field-account-name = Tilisi nimi
field-remember-me = Pidä minut kirjautuneena tällä laitteella
field-language = Kieli
# The first option: the language that the browser asks for.
field-language-automatic = Selaimen kieli
field-time-zone = Aikavyöhyke
# The first option: no time zone chosen, times are shown in UTC.
field-time-zone-none = UTC
field-picture = Kuva
# The empty first option of a list.
field-choose = Valitse
# Stands after the label of a field that may stay empty.
field-optional = (valinnainen)
hint-picture = PNG, JPEG, WebP tai GIF, enintään { $megabytes ->
    [one] yksi megatavu
   *[other] { $megabytes } megatavua
} ja { $pixels } × { $pixels } pikseliä.
field-roles = Roolit
field-role = Rooli: { $role }

hint-username = { $min }–{ $max } merkkiä: kirjaimia, numeroita, pisteitä, yhdysmerkkejä tai alaviivoja.
hint-password = Vähintään { $min ->
    [one] yksi merkki.
   *[other] { $min } merkkiä.
} Muutama toisiinsa liittymätön sana on vahva ja helppo muistaa.
hint-recovery-code = Viisitoista merkkiä: kirjaimia ja numeroita. Välilyönneillä ja yhdysmerkeillä ei ole väliä.
hint-totp-code = Kuusi numeroa, jotka todennussovelluksesi näyttää.
hint-label = Jotta erotat laitteesi toisistaan, esimerkiksi ”Oma puhelin”.
hint-trust-device = Päiviä: { $days }. Valitse tämä vain laitteella, jota kukaan muu ei käytä.
hint-account-name = Vahvista kirjoittamalla { $name }.

strength-very-weak = Vahvuus: hyvin heikko
strength-weak = Vahvuus: heikko
strength-fair = Vahvuus: kohtalainen
strength-good = Vahvuus: hyvä
strength-strong = Vahvuus: vahva

## Forms

register-title = Luo tili
register-lead = Tervetuloa palveluun { $app_name }.
register-submit = Luo tili
register-elsewhere = Onko sinulla jo tili?

sign-in-or-register-title = Kirjaudu sisään tai luo tili

# After the password was asked for again: what was posted before is sent by a button.
continue-title = Jatka
continue-lead = Salasanasi on vahvistettu, ja aiemmin lähettämäsi tiedot ovat tallessa. Ne lähetetään painiketta painamalla.
continue-submit = Jatka

sign-in-title = Kirjaudu sisään
sign-in-submit = Kirjaudu sisään
sign-in-elsewhere = Ensimmäistä kertaa täällä?

sign-out-title = Kirjaudu ulos
sign-out-lead = Haluatko kirjautua ulos palvelusta { $app_name } tällä laitteella?
sign-out-submit = Kirjaudu ulos

confirm-email-title = Vahvista sähköpostiosoitteesi
confirm-email-lead = Yksi painallus, ja osoitteesi on vahvistettu.
confirm-email-lead-password = Tästä osoitteesta tulee alla olevan tilin osoite. Anna tilin salasana, jotta kukaan muu ei voi ottaa osoitettasi.
confirm-email-lead-new-password = Tämä tili on rekisteröity osoitteellasi, ehkä sinun toimestasi toisessa selaimessa. Anna silloin valittu salasana. Jos et tiedä sitä, aseta uusi: se korvaa vanhan ja kirjaa kaikki muut ulos.
confirm-email-registered = Rekisteröity
confirm-email-browser = Selain
confirm-email-submit = Vahvista sähköpostiosoite

resend-confirm-email-title = Pyydä uusi vahvistusviesti
resend-confirm-email-lead = Anna osoite, jolla rekisteröidyit. Jos sitä ei ole vielä vahvistettu, lähetämme uuden linkin.
resend-confirm-email-submit = Lähetä viesti

forgot-password-title = Unohditko salasanan?
forgot-password-lead = Anna sähköpostiosoitteesi. Jos osoitteella on tili, lähetämme linkin, jolla voit valita uuden salasanan.
forgot-password-submit = Lähetä linkki

reset-password-title = Valitse uusi salasana
reset-password-lead = Sinut kirjataan ulos kaikkialta, minkä jälkeen voit kirjautua uudella salasanalla.
reset-password-submit = Tallenna uusi salasana

change-password-title = Vaihda salasana
change-password-lead = Pysyt kirjautuneena tässä. Kaikki muut laitteet kirjataan ulos.
change-password-submit = Vaihda salasana

recovery-codes-title = Palautuskoodit
recovery-codes-lead = Palautuskoodilla pääset tilillesi, kun sinulla ei ole salasanaa etkä pääse sähköpostiisi. Kukin koodi toimii kerran.
recovery-codes-left = { $left ->
    [0] Sinulla ei ole palautuskoodeja.
    [one] Sinulla on yksi käyttämätön koodi.
   *[other] Sinulla on { $left } käyttämätöntä koodia.
}
# Stands above the button that makes new codes, where there are some.
recovery-codes-replaced = Uudet koodit korvaavat nykyiset. Vanhoilla pääset vielä jonkin aikaa takaisin tilillesi.
recovery-codes-earlier = Aiemmilla koodeillasi pääset vielä takaisin tilillesi { $until } asti.
# Codes under a secret of the site that it does not know any more.
recovery-codes-lost = Aiemmin luomasi koodit eivät enää toimi, koska sivusto on vaihtanut avaimensa. Luo uudet koodit.
recovery-codes-submit = Luo uudet koodit
recovery-codes-new-title = Tallenna palautuskoodisi
recovery-codes-new-lead = Tulosta koodit tai kirjoita ne muistiin, ja säilytä niitä paikassa, josta vain sinä löydät ne. Tämä sivu näyttää ne vain kerran.
recovery-codes-saved = Olen tallentanut koodini

use-recovery-code-title = Käytä palautuskoodia
use-recovery-code-lead = Anna jokin palautuskoodeistasi ja valitse uusi salasana. Sinut kirjataan ulos kaikkialta muualta.
# The same page for somebody who is signed in and must show that it is them.
use-recovery-code-lead-proof = Anna salasanan sijasta jokin palautuskoodeistasi. Samaa koodia ei voi käyttää uudelleen.
use-recovery-code-submit = Tallenna uusi salasana
use-recovery-code-submit-proof = Jatka

second-step-title = Anna koodisi
second-step-lead = Avaa todennussovelluksesi ja anna sen näyttämä koodi.
second-step-lead-recovery = Anna jokin palautuskoodeistasi. Sitä ei voi käyttää uudelleen.
second-step-submit = Kirjaudu sisään
second-step-other-recovery = Käytä sen sijaan palautuskoodia
second-step-other-app = Käytä sen sijaan todennussovellusta

authenticator-apps-title = Todennussovellukset
authenticator-apps-lead = Todennussovellus näyttää uuden koodin 30 sekunnin välein. Annat sen kirjautuessasi, jolloin pelkkä salasana ei riitä.
authenticator-apps-none = Et ole vielä ottanut sovellusta käyttöön.
authenticator-apps-unnamed = Todennussovellus
authenticator-apps-created = Otettu käyttöön
authenticator-apps-last-used = Viimeksi käytetty
authenticator-apps-rename = Tallenna nimi
authenticator-apps-remove = Poista
authenticator-apps-submit = Ota sovellus käyttöön
trusted-devices-title = Luotetut laitteet
trusted-devices-lead = Näillä laitteilla kirjautumiseen riittää salasanasi.
trusted-devices-until = Asti
trusted-devices-forget = Kysy koodia taas
set-up-totp-title = Ota sovelluksesi käyttöön
set-up-totp-lead = Skannaa tämä kuva todennussovelluksellasi. Anna sitten sen näyttämä koodi.
set-up-totp-qr = QR-koodi todennussovelluksellesi
set-up-totp-open = Avaa sovellus tällä laitteella
set-up-totp-key = Etkö voi skannata? Kirjoita tämä avain sovellukseesi:
set-up-totp-submit = Viimeistele käyttöönotto

export-data-title = Tietosi
export-data-lead = Lataa, mitä tämä sivusto säilyttää sinusta: tilisi, profiilisi, laitteesi ja viimeaikaiset tapahtumat. Salasanoja ja muita salaisuuksia niissä ei ole.
export-data-submit = Kokoa tietoni
export-data-underway = Kokoamme tietojasi. Saat viestin, kun ne ovat valmiina.
# On the page and in the mail.
export-data-ready = Voit ladata ne tähän asti: { $until }.
export-data-zip = Kaikki, kuvasi mukaan lukien (ZIP)
export-data-json = Vain tiedot (JSON)

delete-account-title = Poista tilisi
delete-account-lead = Tilisi poistetaan kaikkine tietoineen: profiili, sähköpostiosoitteet, kuva ja kirjautumiset. Tiliä ei voi palauttaa.
delete-account-due = Sinut kirjataan ulos kaikkialta. Tili poistetaan tällöin: { $due }. Siihen asti voit kirjautua sisään ja pitää tilisi.
delete-account-at-once = Tili poistetaan heti.
delete-account-submit = Poista tili

keep-account-title = Haluatko pitää tilisi?
keep-account-lead = Tilisi poistetaan kaikkine tietoineen: { $due }.
keep-account-submit = Pidä tili
# Goes on without deciding.
keep-account-elsewhere = Ei nyt

change-username-title = Vaihda käyttäjätunnus
change-username-lead = Vahvista muutos salasanallasi.
change-username-submit = Vaihda käyttäjätunnus
edit-profile-title = Muokkaa profiilia
edit-profile-submit = Tallenna
picture-title = Oma kuva
picture-lead = Kuva näkyy nimesi vieressä. Rajaamme sen neliöksi ja poistamme tiedostosta kaiken muun, kuten kuvauspaikan.
picture-submit = Tallenna kuva
picture-remove = Poista kuva
# Read aloud in place of somebody's picture.
picture-of = Kuva: { $name }

change-email-title = Vaihda sähköpostiosoite
change-email-lead = Lähetämme linkin uuteen osoitteeseen. Tilisi osoite on edelleen { $address }, kunnes avaat linkin.
change-email-submit = Lähetä linkki

undo-email-change-title = Ota tilisi takaisin
undo-email-change-lead = Yksi painallus, ja tilisi käyttää taas osoitetta { $address }. Nykyinen salasana lakkaa toimimasta, kaikki laitteet kirjataan ulos ja hiljattain lisätyt osoitteet poistetaan. Sen jälkeen valitset uuden salasanan.
undo-email-change-submit = Se en ollut minä

## Email addresses

manage-emails-title = Sähköpostiosoitteesi
manage-emails-lead = Tiliäsi koskevat viestit lähetetään ensisijaiseen osoitteeseen. Voit kirjautua millä tahansa vahvistetulla osoitteella.
email-make-primary = Aseta ensisijaiseksi
email-delete = Poista
email-send-confirmation = Lähetä vahvistusviesti
add-email-title = Lisää osoite
add-email-lead = Lähetämme osoitteeseen linkin, jolla vahvistat sen omaksesi.
add-email-submit = Lisää osoite

## Invitations

invite-title = Kutsu joku
invite-lead = Lähetämme sähköpostitse kutsun palveluun { $app_name }.
invite-submit = Lähetä kutsu
invitations-title = Omat kutsut
invitations-empty = Et ole vielä kutsunut ketään.
invitation-sent = Lähetetty
invitation-open = Avoin, päättyy { $date }
invitation-accepted = Hyväksytty
invitation-expired = Vanhentunut
invitation-revoked = Peruttu
invitation-resend = Lähetä uudelleen
invitation-revoke = Peru
accept-invitation-title = Sinut on kutsuttu
accept-invitation-lead = Sinut on kutsuttu palveluun { $app_name } osoitteella { $address }.
accept-invitation-lead-by = { $inviter } on kutsunut sinut palveluun { $app_name } osoitteella { $address }.
accept-invitation-signed-in = Kirjautuneena: { $name }.
accept-invitation-has-account = Sinulla on jo tili tällä osoitteella. Hyväksy kutsu kirjautumalla sisään.
accept-invitation-other-account = Kutsu ei ole tälle tilille: { $name }. Jos kutsu on sinulle, kirjaudu ensin ulos.
accept-invitation-submit = Hyväksy kutsu
register-invited-lead = Sinut on kutsuttu palveluun { $app_name }.

## The profile

profile-title = Oma profiili
profile-account = Tili
profile-emails = Sähköposti
profile-roles = Roolit
profile-member-since = Jäsenyys alkanut
profile-manage-emails = Lisää, poista tai vahvista osoitteita ja valitse, minne viestit tulevat.
profile-change-email = Käytä tililläsi toista osoitetta.
profile-about = Tietoja sinusta
profile-no-value = Ei annettu
profile-yes = Kyllä
profile-no = Ei
profile-edit = Muuta tässä näkyviä tietoja.
profile-picture = Näytä kuva nimesi vieressä.
profile-change-username = Valitse nimi, jolla sinut tunnetaan.
profile-change-password = Valitse uusi salasana ja kirjaa ulos kaikki muut laitteet.
profile-recovery-codes = Pääse takaisin tilillesi, jos menetät sekä salasanasi että sähköpostisi.
profile-authenticator-apps = Kysy kirjautuessa koodi puhelimestasi.
profile-sessions = Katso laitteesi ja kirjaa ulos ne, joita et tunnista.
profile-invite = Lähetä kutsu sähköpostitse.
profile-export-data = Lataa, mitä tämä sivusto säilyttää sinusta.
profile-delete-account = Poista tilisi ja kaikki, mitä siinä on.
email-primary = Ensisijainen
email-confirmed = Vahvistettu
email-unconfirmed = Vahvistamatta

## Where you are signed in

sessions-title = Kirjautuneet laitteet
sessions-lead = Nämä selaimet ovat kirjautuneina tilillesi. Jos et tunnista jotakin niistä, kirjaa se ulos ja vaihda salasana.
session-current = Tämä selain
# Such as "Firefox on Linux".
browser-on = { $browser }, { $system }
session-unknown-browser = Tuntematon selain
session-created = Kirjautunut
session-last-seen = Viimeksi käytetty
session-revoke = Kirjaa ulos
sessions-revoke-others = Kirjaa ulos kaikki muut

## The development mailbox

mailbox-title = Postilaatikko
mailbox-lead = Kaikki tämän kehityssivuston viestit päätyvät tänne.
mailbox-empty = Ei vielä viestejä.
mailbox-from = Lähettäjä
mailbox-to = Vastaanottaja
mailbox-date = Päiväys
mailbox-faces = Viestin näkymät
mailbox-face-text = Teksti
mailbox-face-html = HTML
mailbox-face-source = Lähdekoodi
mailbox-links = Viestin linkit

## Problems

# $seconds is how long to wait, 0 when unknown; $minutes is the same, 0 when it is better told in seconds.
problem-bad-request-title = Emme ymmärtäneet tuota
problem-bad-request-advice = Pyynnössä oli jotakin vikaa. Palaa takaisin ja yritä uudelleen.
problem-unauthenticated-title = Kirjaudu ensin sisään
problem-unauthenticated-advice = Tämä sivu on vain kirjautuneille.
problem-sign-in-again-title = Anna salasanasi uudelleen
problem-sign-in-again-advice = Tätä varten salasana on pitänyt antaa äskettäin. Kirjaudu uudelleen sisään ja yritä sitten uudestaan.
problem-forbidden-title = Sinulla ei ole pääsyä tälle sivulle
problem-forbidden-advice = Tililläsi ei ole oikeutta nähdä tätä sivua. Jos epäilet virhettä, kysy sivuston ylläpidosta.
problem-csrf-title = Lomake ei ole enää voimassa
problem-csrf-advice = Turvallisuutesi vuoksi lomake toimii rajatun ajan ja vain selaimessa, jossa se avattiin. Palaa takaisin, lataa sivu uudelleen ja lähetä lomake uudestaan.
problem-cookies-title = Tämä sivusto tarvitsee evästeitä
problem-cookies-advice = Selaimesi ei lähettänyt yhtään evästettä, joten emme voi tietää, että lomake tuli sinulta. Salli selaimen asetuksissa evästeet tälle sivustolle, lataa sivu uudelleen ja lähetä lomake uudestaan.
problem-link-cookies-title = Tämä sivusto tarvitsee evästeitä
problem-link-cookies-advice = Selaimesi ei lähettänyt yhtään evästettä, joten sivu ei tiedä, mihin linkkiin se kuuluu. Salli selaimen asetuksissa evästeet tälle sivustolle ja avaa sitten sähköpostissa oleva linkki uudelleen.
problem-not-found-title = Täällä ei ole mitään
problem-not-found-advice = Osoitteessa voi olla kirjoitusvirhe, tai sivu on siirretty.
problem-method-not-allowed-title = Tämä ei ole täällä mahdollista
problem-method-not-allowed-advice = Tätä sivua ei voi käyttää tällä tavalla. Palaa takaisin ja yritä uudelleen.
problem-too-large-title = Liikaa tietoa
problem-too-large-advice = Lähetetty tieto on suurempi kuin voimme ottaa vastaan. Lyhennä sitä ja yritä uudelleen.
problem-unsupported-media-type-title = Emme pysty lukemaan tätä muotoa
problem-unsupported-media-type-advice = Emme ota täällä vastaan tietoa tässä muodossa.
problem-invalid-title = Kaikki ei ollut oikein
problem-invalid-advice = Palaa takaisin ja tarkista antamasi tiedot.
problem-too-many-requests-title = Liian monta yritystä
problem-too-many-requests-advice = { $minutes ->
    [0] { $seconds ->
        [0] Odota hetki ja yritä uudelleen.
        [one] Odota sekunti ja yritä uudelleen.
       *[other] Odota { $seconds } sekuntia ja yritä uudelleen.
    }
    [one] Odota minuutti ja yritä uudelleen.
   *[other] Odota { $minutes } minuuttia ja yritä uudelleen.
}
problem-internal-title = Jokin meni vikaan
problem-internal-advice = Vika on meissä, ei sinussa, ja se on kirjattu muistiin. Yritä myöhemmin uudelleen.
problem-unavailable-title = Palvelu on ruuhkautunut
problem-unavailable-advice = { $minutes ->
    [0] { $seconds ->
        [0] Yritä hetken kuluttua uudelleen.
        [one] Yritä uudelleen sekunnin kuluttua.
       *[other] Yritä uudelleen { $seconds } sekunnin kuluttua.
    }
    [one] Yritä uudelleen minuutin kuluttua.
   *[other] Yritä uudelleen { $minutes } minuutin kuluttua.
}

## The menu of the account pages

menu-you = Sinä
menu-security = Turvallisuus
menu-settings = Tilin asetukset
menu-where = Kaikki asetukset. Olet täällä:
menu-profile = Profiili
menu-edit-profile = Omat tiedot
menu-picture = Kuva
menu-manage-emails = Sähköpostiosoitteet
menu-change-email = Sähköpostiosoite
menu-change-username = Käyttäjätunnus
menu-change-password = Salasana
menu-recovery-codes = Palautuskoodit
menu-authenticator-apps = Todennussovellukset
menu-sessions = Laitteesi
menu-invite = Kutsut
menu-export-data = Tietosi
menu-delete-account = Poista tili
profile-change = Muuta
profile-change-picture = Vaihda kuva

## Coming in

sign-in-to = Kirjaudu palveluun { $app_name }
password-show = Näytä salasana
check-email-title = Tarkista sähköpostisi
check-email-lead = Lähetimme viestin osoitteeseen { $address }. Jatka avaamalla siinä oleva linkki.
check-email-lead-resend = Jos osoite { $address } on vielä vahvistamatta, viesti ja uusi linkki ovat matkalla.
check-email-lead-reset = Jos osoitteella { $address } on tili, viesti ja linkki ovat matkalla.
check-email-hint = Eikö viestiä näy? Katso roskapostista tai lähetä se uudelleen.
check-email-submit = Lähetä uudelleen
check-email-other = Käytä toista osoitetta
confirm-identity-title = Vahvista, että se olet sinä
confirm-identity-lead = Olet muuttamassa jotakin, mikä suojaa tiliäsi. Jatka antamalla salasanasi.
confirm-identity-submit = Vahvista
confirm-identity-cancel = Peruuta ja palaa

## The foot of the page

footer-help = Ohje
footer-privacy = Tietosuoja
footer-terms = Käyttöehdot
footer-support = Ota yhteyttä tukeen
problem-reference = Viite: { $reference }
