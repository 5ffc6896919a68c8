### The words of the pages. Messages are plain text: no HTML, no entities.

## Every page

# $title is what the page is about, $app_name the name of the site.
page-title = { $title } – { $app_name }
page-title-faulty = Fel: { $title } – { $app_name }
skip-to-content = Till innehållet
nav-account = Ditt konto
nav-sign-in = Logga in
nav-register = Registrera dig
development = Utveckling
development-mailbox = Inga mejl lämnar den här datorn.
# The form at the foot of the page: a list of languages, and a button.
languages-label = Språk
languages-submit = Byt

link-home = Till startsidan
link-sign-in = Logga in
link-register = Skapa konto
link-forgot-password = Glömt lösenordet?
link-resend-confirm-email = Har bekräftelsemejlet inte kommit?
link-use-recovery-code = Använd en återställningskod
link-profile = Till din profil
link-mailbox = Öppna brevlådan
link-back = Tillbaka
link-back-to-sign-in = Tillbaka till inloggningen
link-back-to-profile = Tillbaka till din profil
link-back-to-mailbox = Alla mejl

## Fields

form-problems = Något behöver rättas

field-username = Användarnamn
field-username-or-email = Användarnamn eller e-postadress
field-email = E-postadress
field-new-email = Ny e-postadress
field-password = Lösenord
field-retype-password = Lösenordet igen
field-old-password = Nuvarande lösenord
field-new-password = Nytt lösenord
field-new-username = Nytt användarnamn
field-recovery-code = Återställningskod
field-totp-code = Kod från din app
field-label = Namn på appen eller enheten
field-trust-device = Fråga inte efter en kod på den här enheten igen
field-account-name = Namnet på ditt konto
field-remember-me = Håll mig inloggad på den här enheten
field-language = Språk
# The first option: the language that the browser asks for.
field-language-automatic = Webbläsarens språk
field-time-zone = Tidszon
# The first option: no time zone chosen, times are shown in UTC.
field-time-zone-none = UTC
field-picture = Bild
# The empty first option of a list.
field-choose = Välj
# Stands after the label of a field that may stay empty.
field-optional = (frivilligt)
hint-picture = PNG, JPEG, WebP eller GIF, högst { $megabytes ->
    [one] en megabyte
   *[other] { $megabytes } megabyte
} och { $pixels } × { $pixels } pixlar.
field-roles = Roller
field-role = Roll: { $role }

hint-username = { $min } till { $max } bokstäver, siffror, punkter, bindestreck eller understreck.
hint-password = Minst { $min ->
    [one] ett tecken.
   *[other] { $min } tecken.
} Några ord som inte hör ihop är starkt och lätt att minnas.
hint-recovery-code = Femton bokstäver och siffror. Mellanslag och bindestreck spelar ingen roll.
hint-totp-code = Sex siffror som visas i din autentiseringsapp.
hint-label = Så att du kan skilja dina enheter åt, till exempel ”Min telefon”.
hint-trust-device = Dagar: { $days }. Välj detta bara på en enhet som ingen annan använder.
hint-account-name = Skriv { $name } för att bekräfta.

strength-very-weak = Styrka: mycket svagt
strength-weak = Styrka: svagt
strength-fair = Styrka: godtagbart
strength-good = Styrka: bra
strength-strong = Styrka: starkt

## Forms

register-title = Skapa ditt konto
register-lead = Välkommen till { $app_name }.
register-submit = Skapa konto
register-elsewhere = Har du redan ett konto?

sign-in-or-register-title = Logga in eller skapa konto

# After the password was asked for again: what was posted before is sent by a button.
continue-title = Fortsätt
continue-lead = Ditt lösenord är bekräftat, och det du skickade tidigare finns kvar. Tryck på knappen för att skicka det.
continue-submit = Fortsätt

sign-in-title = Logga in
sign-in-submit = Logga in
sign-in-elsewhere = Ny här?

sign-out-title = Logga ut
sign-out-lead = Vill du logga ut från { $app_name } på den här enheten?
sign-out-submit = Logga ut

confirm-email-title = Bekräfta din e-postadress
confirm-email-lead = Ett tryck på knappen, så är adressen bekräftad.
confirm-email-lead-password = Den här adressen kommer att höra till kontot nedan. Ange kontots lösenord, så att ingen annan kan ta över din adress.
confirm-email-lead-new-password = Kontot registrerades med din adress, kanske av dig i en annan webbläsare. Ange lösenordet som valdes då. Om du inte vet det kan du välja ett nytt: det ersätter det gamla och loggar ut alla andra.
confirm-email-registered = Registrerat
confirm-email-browser = Webbläsare
confirm-email-submit = Bekräfta e-postadressen

resend-confirm-email-title = Få ett nytt bekräftelsemejl
resend-confirm-email-lead = Ange adressen som du registrerade dig med. Om den ännu inte är bekräftad mejlar vi en ny länk.
resend-confirm-email-submit = Skicka mejlet

forgot-password-title = Glömt lösenordet?
forgot-password-lead = Ange din e-postadress. Om det finns ett konto med den mejlar vi en länk där du kan välja ett nytt lösenord.
forgot-password-submit = Skicka länken

reset-password-title = Välj ett nytt lösenord
reset-password-lead = Du loggas ut överallt och kan sedan logga in med det nya lösenordet.
reset-password-submit = Spara nytt lösenord

change-password-title = Byt lösenord
change-password-lead = Du är fortfarande inloggad här. Alla andra enheter loggas ut.
change-password-submit = Byt lösenord

recovery-codes-title = Återställningskoder
recovery-codes-lead = Med en återställningskod kommer du in på ditt konto när du varken har ditt lösenord eller kommer åt din e-post. Varje kod fungerar en gång.
recovery-codes-left = { $left ->
    [0] Du har inga återställningskoder.
    [one] Du har en oanvänd kod.
   *[other] Du har { $left } oanvända koder.
}
# Stands above the button that makes new codes, where there are some.
recovery-codes-replaced = Nya koder ersätter dem du har. Med de gamla kommer du tillbaka till kontot ännu en tid.
recovery-codes-earlier = Med dina tidigare koder kommer du tillbaka till kontot till och med { $until }.
# Codes under a secret of the site that it does not know any more.
recovery-codes-lost = Koder du skapade tidigare fungerar inte längre, eftersom webbplatsen har bytt nyckel. Skapa nya.
recovery-codes-submit = Skapa nya koder
recovery-codes-new-title = Spara dina återställningskoder
recovery-codes-new-lead = Skriv ut koderna eller anteckna dem, och förvara dem där bara du hittar dem. Den här sidan visar dem bara en gång.
recovery-codes-saved = Jag har sparat mina koder

use-recovery-code-title = Använd en återställningskod
use-recovery-code-lead = Ange en av dina återställningskoder och välj ett nytt lösenord. Du loggas ut på alla andra enheter.
# The same page for somebody who is signed in and must show that it is them.
use-recovery-code-lead-proof = Ange en av dina återställningskoder i stället för lösenordet. Koden kan inte användas igen.
use-recovery-code-submit = Spara nytt lösenord
use-recovery-code-submit-proof = Fortsätt

second-step-title = Ange din kod
second-step-lead = Öppna din autentiseringsapp och ange koden som visas.
second-step-lead-recovery = Ange en av dina återställningskoder. Den kan inte användas igen.
second-step-submit = Logga in
second-step-other-recovery = Använd en återställningskod i stället
second-step-other-app = Använd autentiseringsappen i stället

authenticator-apps-title = Autentiseringsappar
authenticator-apps-lead = En autentiseringsapp visar en ny kod var 30:e sekund. Du anger den när du loggar in, så att lösenordet ensamt inte räcker.
authenticator-apps-none = Du har inte lagt till någon app än.
authenticator-apps-unnamed = Autentiseringsapp
authenticator-apps-created = Tillagd
authenticator-apps-last-used = Senast använd
authenticator-apps-rename = Spara namn
authenticator-apps-remove = Ta bort
authenticator-apps-submit = Lägg till en app
trusted-devices-title = Betrodda enheter
trusted-devices-lead = På de här enheterna räcker ditt lösenord för att logga in.
trusted-devices-until = Till
trusted-devices-forget = Fråga efter kod igen
set-up-totp-title = Lägg till din app
set-up-totp-lead = Skanna bilden med din autentiseringsapp. Ange sedan koden som visas.
set-up-totp-qr = QR-kod för din autentiseringsapp
set-up-totp-open = Öppna en app på den här enheten
set-up-totp-key = Kan du inte skanna? Skriv in den här nyckeln i appen:
set-up-totp-submit = Slutför

export-data-title = Dina data
export-data-lead = Hämta det som den här webbplatsen sparar om dig: konto, profil, enheter och vad som hänt på sistone. Lösenord och andra hemligheter ingår inte.
export-data-submit = Förbered mina data
export-data-underway = Vi förbereder dina data. Du får ett e-postmeddelande när de är klara.
# On the page and in the mail.
export-data-ready = Du kan hämta dem fram till: { $until }.
export-data-zip = Allt, med din bild (ZIP)
export-data-json = Bara data (JSON)

delete-account-title = Ta bort ditt konto
delete-account-lead = Kontot tas bort med allt som hör till det: profil, e-postadresser, bild och inloggningar. Det går inte att få tillbaka.
delete-account-due = Du loggas ut överallt. Kontot tas bort vid den här tiden: { $due }. Fram till dess kan du logga in och behålla det.
delete-account-at-once = Kontot tas bort direkt.
delete-account-submit = Ta bort kontot

keep-account-title = Vill du behålla ditt konto?
keep-account-lead = Ditt konto kommer att tas bort, med allt som hör till det: { $due }.
keep-account-submit = Behåll kontot
# Goes on without deciding.
keep-account-elsewhere = Inte nu

change-username-title = Byt användarnamn
change-username-lead = Bekräfta bytet med ditt lösenord.
change-username-submit = Byt användarnamn
edit-profile-title = Redigera din profil
edit-profile-submit = Spara
picture-title = Din bild
picture-lead = Den visas bredvid ditt namn. Vi beskär bilden till en kvadrat och tar bort allt annat som filen avslöjar, till exempel var den är tagen.
picture-submit = Spara bilden
picture-remove = Ta bort bilden
# Read aloud in place of somebody's picture.
picture-of = Bild på { $name }

change-email-title = Byt e-postadress
change-email-lead = Vi mejlar en länk till den nya adressen. Kontot behåller sin nuvarande adress, { $address }, tills du öppnar länken.
change-email-submit = Skicka länken

undo-email-change-title = Ta tillbaka ditt konto
undo-email-change-lead = Ett tryck på knappen, så använder ditt konto { $address } igen. Det nuvarande lösenordet slutar gälla, alla enheter loggas ut och adresser som nyligen lagts till tas bort. Sedan väljer du ett nytt lösenord.
undo-email-change-submit = Det var inte jag

## Email addresses

manage-emails-title = Dina e-postadresser
manage-emails-lead = Mejl om ditt konto går till huvudadressen. Du kan logga in med alla bekräftade adresser.
email-make-primary = Gör till huvudadress
email-delete = Ta bort
email-send-confirmation = Skicka bekräftelsemejl
add-email-title = Lägg till en adress
add-email-lead = Vi mejlar en länk dit, så att du kan bekräfta att adressen är din.
add-email-submit = Lägg till adress

## Invitations

invite-title = Bjud in någon
invite-lead = Vi mejlar en inbjudan till { $app_name }.
invite-submit = Skicka inbjudan
invitations-title = Dina inbjudningar
invitations-empty = Du har inte bjudit in någon än.
invitation-sent = Skickad
invitation-open = Öppen till { $date }
invitation-accepted = Accepterad
invitation-expired = Har gått ut
invitation-revoked = Återkallad
invitation-resend = Skicka igen
invitation-revoke = Återkalla
accept-invitation-title = Du har fått en inbjudan
accept-invitation-lead = Du har fått en inbjudan till { $app_name } som { $address }.
accept-invitation-lead-by = { $inviter } har bjudit in dig till { $app_name } som { $address }.
accept-invitation-signed-in = Du är inloggad som { $name }.
accept-invitation-has-account = Du har redan ett konto med den här adressen. Logga in för att acceptera inbjudan.
accept-invitation-other-account = Inbjudan gäller någon annan än { $name }. Logga ut först om den är till dig.
accept-invitation-submit = Acceptera inbjudan
register-invited-lead = Du har fått en inbjudan till { $app_name }.

## The profile

profile-title = Din profil
profile-account = Konto
profile-emails = E-post
profile-roles = Roller
profile-member-since = Medlem sedan
profile-manage-emails = Lägg till, ta bort eller bekräfta adresser och välj vart mejl ska gå.
profile-change-email = Använd en annan adress för ditt konto.
profile-about = Om dig
profile-no-value = Inte angivet
profile-yes = Ja
profile-no = Nej
profile-edit = Ändra det som visas här.
profile-picture = Visa en bild bredvid ditt namn.
profile-change-username = Välj vilket namn du ska synas med.
profile-change-password = Välj ett annat och logga ut alla andra enheter.
profile-recovery-codes = Kom in igen om du blir av med både lösenordet och e-posten.
profile-authenticator-apps = Be om en kod från din telefon vid inloggning.
profile-sessions = Se dina enheter och logga ut dem du inte känner igen.
profile-invite = Skicka en inbjudan med e-post.
profile-export-data = Hämta det som den här webbplatsen sparar om dig.
profile-delete-account = Ta bort ditt konto med allt som finns i det.
email-primary = Huvudadress
email-confirmed = Bekräftad
email-unconfirmed = Inte bekräftad

## Where you are signed in

sessions-title = Här är du inloggad
sessions-lead = De här webbläsarna är inloggade på ditt konto. Om du inte känner igen någon av dem, logga ut den och byt lösenord.
session-current = Den här webbläsaren
# Such as "Firefox on Linux".
browser-on = { $browser } på { $system }
session-unknown-browser = Okänd webbläsare
session-created = Inloggad
session-last-seen = Senast aktiv
session-revoke = Logga ut
sessions-revoke-others = Logga ut alla andra

## The development mailbox

mailbox-title = Brevlåda
mailbox-lead = Alla mejl från den här utvecklingssajten hamnar här.
mailbox-empty = Inga mejl än.
mailbox-from = Från
mailbox-to = Till
mailbox-date = Datum
mailbox-faces = Visningar av mejlet
mailbox-face-text = Text
mailbox-face-html = HTML
mailbox-face-source = Källa
mailbox-links = Länkar i mejlet

## Problems

# $seconds is how long to wait, 0 when unknown; $minutes is the same, 0 when it is better told in seconds.
problem-bad-request-title = Det där förstod vi inte
problem-bad-request-advice = Något i begäran stämde inte. Gå tillbaka och försök igen.
problem-unauthenticated-title = Logga in först
problem-unauthenticated-advice = Den här sidan är till för den som är inloggad.
problem-sign-in-again-title = Ange ditt lösenord igen
problem-sign-in-again-advice = Det här kräver att lösenordet angavs nyligen. Logga in en gång till och försök sedan igen.
problem-forbidden-title = Du har inte tillgång till sidan
problem-forbidden-advice = Ditt konto får inte se den här sidan. Om du tror att det är fel, fråga dem som sköter sajten.
problem-csrf-title = Formuläret gäller inte längre
problem-csrf-advice = För din säkerhet fungerar ett formulär bara en begränsad tid och bara i webbläsaren där det öppnades. Gå tillbaka, ladda om sidan och skicka igen.
problem-cookies-title = Sajten behöver kakor
problem-cookies-advice = Din webbläsare skickade inga kakor, så vi kan inte veta att formuläret kom från dig. Tillåt kakor för sajten i webbläsarens inställningar, ladda om sidan och skicka formuläret igen.
problem-link-cookies-title = Sajten behöver kakor
problem-link-cookies-advice = Din webbläsare skickade inga kakor, så sidan vet inte vilken länk den hör till. Tillåt kakor för sajten i webbläsarens inställningar och öppna sedan länken i mejlet igen.
problem-not-found-title = Här finns ingenting
problem-not-found-advice = Adressen kan vara felskriven, eller så har sidan flyttats.
problem-method-not-allowed-title = Det går inte här
problem-method-not-allowed-advice = Sidan kan inte användas på det sättet. Gå tillbaka och försök igen.
problem-too-large-title = Det blev för mycket
problem-too-large-advice = Det som skickades är större än vi tar emot. Korta ner det och försök igen.
problem-unsupported-media-type-title = Vi kan inte läsa det formatet
problem-unsupported-media-type-advice = Det som skickades har ett format som vi inte tar emot här.
problem-invalid-title = Allt stämde inte
problem-invalid-advice = Gå tillbaka och kontrollera det du fyllde i.
problem-too-many-requests-title = För många försök
problem-too-many-requests-advice = { $minutes ->
    [0] { $seconds ->
        [0] Vänta en stund och försök igen.
        [one] Vänta en sekund och försök igen.
       *[other] Vänta { $seconds } sekunder och försök igen.
    }
    [one] Vänta en minut och försök igen.
   *[other] Vänta { $minutes } minuter och försök igen.
}
problem-internal-title = Något gick fel
problem-internal-advice = Felet är vårt, inte ditt, och det har noterats. Försök igen senare.
problem-unavailable-title = Det är mycket trafik just nu
problem-unavailable-advice = { $minutes ->
    [0] { $seconds ->
        [0] Försök igen om en liten stund.
        [one] Försök igen om en sekund.
       *[other] Försök igen om { $seconds } sekunder.
    }
    [one] Försök igen om en minut.
   *[other] Försök igen om { $minutes } minuter.
}

## The menu of the account pages

menu-you = Du
menu-security = Säkerhet
menu-settings = Kontoinställningar
menu-where = Alla inställningar. Du är här:
menu-profile = Profil
menu-edit-profile = Personuppgifter
menu-picture = Bild
menu-manage-emails = E-postadresser
menu-change-email = E-postadress
menu-change-username = Användarnamn
menu-change-password = Lösenord
menu-recovery-codes = Återställningskoder
menu-authenticator-apps = Autentiseringsappar
menu-sessions = Dina enheter
menu-invite = Inbjudningar
menu-export-data = Dina data
menu-delete-account = Ta bort kontot
profile-change = Ändra
profile-change-picture = Byt bild

## Coming in

sign-in-to = Logga in på { $app_name }
password-show = Visa lösenord
check-email-title = Titta i din e-post
check-email-lead = Vi har skickat ett mejl till { $address }. Öppna länken i det för att gå vidare.
check-email-lead-resend = Om { $address } ännu inte är bekräftad är ett mejl med en ny länk på väg.
check-email-lead-reset = Om { $address } har ett konto är ett mejl med en länk på väg.
check-email-hint = Har inget kommit? Titta i skräpposten, eller skicka igen.
check-email-submit = Skicka igen
check-email-other = Använd en annan adress
confirm-identity-title = Bekräfta att det är du
confirm-identity-lead = Du är på väg att ändra något som skyddar ditt konto. Skriv ditt lösenord för att gå vidare.
confirm-identity-submit = Bekräfta
confirm-identity-cancel = Avbryt och gå tillbaka

## The foot of the page

footer-help = Hjälp
footer-privacy = Integritet
footer-terms = Villkor
footer-support = Kontakta supporten
problem-reference = Referens: { $reference }
