### The words of the pages. Messages are plain text: no HTML, no entities.

## Every page

# $title is what the page is about, $app_name the name of the site.
page-title = { $title } – { $app_name }
page-title-faulty = Fehler: { $title } – { $app_name }
skip-to-content = Zum Inhalt springen
nav-account = Ihr Konto
nav-sign-in = Anmelden
nav-register = Registrieren
development = Entwicklung
development-mailbox = Keine E-Mail verlässt diesen Rechner.
# The form at the foot of the page: a list of languages, and a button.
languages-label = Sprache
languages-submit = Ändern

link-home = Zur Startseite
link-sign-in = Anmelden
link-register = Konto erstellen
link-forgot-password = Passwort vergessen?
link-resend-confirm-email = Keine Bestätigungs-E-Mail erhalten?
link-use-recovery-code = Wiederherstellungscode verwenden
link-profile = Zu Ihrem Profil
link-mailbox = Postfach öffnen
link-back = Zurück
link-back-to-sign-in = Zurück zur Anmeldung
link-back-to-profile = Zurück zu Ihrem Profil
link-back-to-mailbox = Alle E-Mails

## Fields

form-problems = Es gibt ein Problem

field-username = Benutzername
field-username-or-email = Benutzername oder E-Mail-Adresse
field-email = E-Mail-Adresse
field-new-email = Neue E-Mail-Adresse
field-password = Passwort
field-retype-password = Passwort wiederholen
field-old-password = Aktuelles Passwort
field-new-password = Neues Passwort
field-new-username = Neuer Benutzername
field-recovery-code = Wiederherstellungscode
field-totp-code = Code aus Ihrer App
field-label = Name der App oder des Geräts
field-trust-device = Auf diesem Gerät nicht mehr nach einem Code fragen
field-account-name = Name Ihres Kontos
field-remember-me = Auf diesem Gerät angemeldet bleiben
field-language = Sprache
# The first option: the language that the browser asks for.
field-language-automatic = Sprache Ihres Browsers
field-time-zone = Zeitzone
# The first option: no time zone chosen, times are shown in UTC.
field-time-zone-none = UTC
field-picture = Bild
# The empty first option of a list.
field-choose = Bitte wählen
# Stands after the label of a field that may stay empty.
field-optional = (optional)
hint-picture = PNG, JPEG, WebP oder GIF, höchstens { $megabytes ->
    [one] ein Megabyte
   *[other] { $megabytes } Megabyte
} und { $pixels } × { $pixels } Pixel.
field-roles = Rollen
field-role = Rolle: { $role }

hint-username = { $min } bis { $max } Buchstaben, Ziffern, Punkte, Bindestriche oder Unterstriche.
hint-password = Mindestens { $min ->
    [one] ein Zeichen.
   *[other] { $min } Zeichen.
} Einige Wörter ohne Zusammenhang sind sicher und leicht zu merken.
hint-recovery-code = Fünfzehn Buchstaben und Ziffern. Leerzeichen und Bindestriche spielen keine Rolle.
hint-totp-code = Sechs Ziffern, die Ihre Authenticator-App anzeigt.
hint-label = Damit Sie Ihre Geräte auseinanderhalten können, zum Beispiel „Mein Handy“.
hint-trust-device = Tage: { $days }. Wählen Sie das nur auf einem Gerät, das niemand sonst benutzt.
hint-account-name = Geben Sie zur Bestätigung { $name } ein.

strength-very-weak = Stärke: sehr schwach
strength-weak = Stärke: schwach
strength-fair = Stärke: mittel
strength-good = Stärke: gut
strength-strong = Stärke: stark

## Forms

register-title = Konto erstellen
register-lead = Willkommen bei { $app_name }.
register-submit = Konto erstellen
register-elsewhere = Sie haben schon ein Konto?

sign-in-or-register-title = Anmelden oder Konto erstellen

# After the password was asked for again: what was posted before is sent by a button.
continue-title = Fortfahren
continue-lead = Ihr Passwort ist bestätigt, und was Sie zuvor gesendet haben, ist noch da. Ein Druck auf die Schaltfläche sendet es ab.
continue-submit = Fortfahren

sign-in-title = Anmelden
sign-in-submit = Anmelden
sign-in-elsewhere = Neu hier?

sign-out-title = Abmelden
sign-out-lead = Möchten Sie sich auf diesem Gerät bei { $app_name } abmelden?
sign-out-submit = Abmelden

confirm-email-title = E-Mail-Adresse bestätigen
confirm-email-lead = Ein Klick auf die Schaltfläche, und Ihre Adresse ist bestätigt.
confirm-email-lead-password = Diese Adresse wird zum Konto unten gehören. Bitte geben Sie dessen Passwort ein, damit niemand sonst Ihre Adresse übernimmt.
confirm-email-lead-new-password = Dieses Konto wurde mit Ihrer Adresse registriert, vielleicht von Ihnen in einem anderen Browser. Geben Sie das damals gewählte Passwort ein. Wenn Sie es nicht kennen, legen Sie ein neues fest: Es ersetzt das alte und meldet alle anderen ab.
confirm-email-registered = Registriert
confirm-email-browser = Browser
confirm-email-submit = E-Mail-Adresse bestätigen

resend-confirm-email-title = Neue Bestätigungs-E-Mail anfordern
resend-confirm-email-lead = Geben Sie die Adresse ein, mit der Sie sich registriert haben. Wenn sie noch bestätigt werden muss, schicken wir Ihnen einen neuen Link.
resend-confirm-email-submit = E-Mail senden

forgot-password-title = Passwort vergessen?
forgot-password-lead = Geben Sie Ihre E-Mail-Adresse ein. Wenn es dazu ein Konto gibt, schicken wir Ihnen einen Link, über den Sie ein neues Passwort wählen können.
forgot-password-submit = Link senden

reset-password-title = Neues Passwort wählen
reset-password-lead = Sie werden überall abgemeldet und können sich dann mit dem neuen Passwort anmelden.
reset-password-submit = Neues Passwort speichern

change-password-title = Passwort ändern
change-password-lead = Hier bleiben Sie angemeldet. Alle anderen Geräte werden abgemeldet.
change-password-submit = Passwort ändern

recovery-codes-title = Wiederherstellungscodes
recovery-codes-lead = Mit einem Wiederherstellungscode kommen Sie in Ihr Konto, wenn Sie weder Ihr Passwort noch Zugriff auf Ihre E-Mails haben. Jeder Code gilt nur einmal.
recovery-codes-left = { $left ->
    [0] Sie haben keine Wiederherstellungscodes.
    [one] Sie haben noch einen unbenutzten Code.
   *[other] Sie haben noch { $left } unbenutzte Codes.
}
# Stands above the button that makes new codes, where there are some.
recovery-codes-replaced = Neue Codes ersetzen die bisherigen. Mit den alten kommen Sie noch eine Zeit lang wieder in Ihr Konto.
recovery-codes-earlier = Mit Ihren früheren Codes kommen Sie noch bis { $until } wieder in Ihr Konto.
# Codes under a secret of the site that it does not know any more.
recovery-codes-lost = Frühere Codes gelten nicht mehr, weil diese Website ihren Schlüssel gewechselt hat. Bitte erstellen Sie neue.
recovery-codes-submit = Neue Codes erstellen
recovery-codes-new-title = Wiederherstellungscodes sichern
recovery-codes-new-lead = Drucken Sie die Codes aus oder notieren Sie sie, und bewahren Sie sie an einem Ort auf, den nur Sie kennen. Angezeigt werden sie nur dieses eine Mal.
recovery-codes-saved = Ich habe meine Codes gesichert

use-recovery-code-title = Wiederherstellungscode verwenden
use-recovery-code-lead = Geben Sie einen Ihrer Wiederherstellungscodes ein und wählen Sie ein neues Passwort. Überall sonst werden Sie abgemeldet.
# The same page for somebody who is signed in and must show that it is them.
use-recovery-code-lead-proof = Geben Sie statt Ihres Passworts einen Ihrer Wiederherstellungscodes ein. Der Code ist danach verbraucht.
use-recovery-code-submit = Neues Passwort speichern
use-recovery-code-submit-proof = Fortfahren

second-step-title = Code eingeben
second-step-lead = Öffnen Sie Ihre Authenticator-App und geben Sie den angezeigten Code ein.
second-step-lead-recovery = Geben Sie einen Ihrer Wiederherstellungscodes ein. Er ist danach verbraucht.
second-step-submit = Anmelden
second-step-other-recovery = Stattdessen einen Wiederherstellungscode verwenden
second-step-other-app = Stattdessen die Authenticator-App verwenden

authenticator-apps-title = Authenticator-Apps
authenticator-apps-lead = Eine Authenticator-App zeigt alle 30 Sekunden einen neuen Code. Sie geben ihn beim Anmelden ein, damit Ihr Passwort allein nicht genügt.
authenticator-apps-none = Sie haben noch keine App eingerichtet.
authenticator-apps-unnamed = Authenticator-App
authenticator-apps-created = Eingerichtet
authenticator-apps-last-used = Zuletzt verwendet
authenticator-apps-rename = Namen speichern
authenticator-apps-remove = Entfernen
authenticator-apps-submit = App einrichten
trusted-devices-title = Vertrauenswürdige Geräte
trusted-devices-lead = Auf diesen Geräten genügt zum Anmelden Ihr Passwort.
trusted-devices-until = Bis
trusted-devices-forget = Wieder nach einem Code fragen
set-up-totp-title = App einrichten
set-up-totp-lead = Scannen Sie dieses Bild mit Ihrer Authenticator-App. Geben Sie dann den angezeigten Code ein.
set-up-totp-qr = QR-Code für Ihre Authenticator-App
set-up-totp-open = App auf diesem Gerät öffnen
set-up-totp-key = Sie können es nicht scannen? Tippen Sie diesen Schlüssel in Ihre App ein:
set-up-totp-submit = Einrichtung abschließen

export-data-title = Ihre Daten
export-data-lead = Laden Sie herunter, was wir über Sie gespeichert haben: Ihr Konto, Ihr Profil, Ihre Geräte und die letzten Ereignisse. Passwörter und andere Geheimnisse sind nicht enthalten.
export-data-submit = Daten zusammenstellen
export-data-underway = Wir stellen Ihre Daten zusammen. Sobald sie bereit sind, erhalten Sie eine E-Mail.
# On the page and in the mail.
export-data-ready = Sie können sie bis zu diesem Zeitpunkt herunterladen: { $until }.
export-data-zip = Alles, mit Ihrem Bild (ZIP)
export-data-json = Nur die Daten (JSON)

delete-account-title = Konto löschen
delete-account-lead = Ihr Konto wird mit allem gelöscht, was dazugehört: Profil, E-Mail-Adressen, Bild und Anmeldungen. Das lässt sich nicht rückgängig machen.
delete-account-due = Sie werden überall abgemeldet. Gelöscht wird das Konto zu diesem Zeitpunkt: { $due }. Bis dahin können Sie sich anmelden und es behalten.
delete-account-at-once = Das Konto wird sofort gelöscht.
delete-account-submit = Konto löschen

keep-account-title = Möchten Sie Ihr Konto behalten?
keep-account-lead = Ihr Konto wird mit allem gelöscht, was dazugehört: { $due }.
keep-account-submit = Konto behalten
# Goes on without deciding.
keep-account-elsewhere = Jetzt nicht

change-username-title = Benutzernamen ändern
change-username-lead = Bitte bestätigen Sie die Änderung mit Ihrem Passwort.
change-username-submit = Benutzernamen ändern
edit-profile-title = Profil bearbeiten
edit-profile-submit = Speichern
picture-title = Ihr Bild
picture-lead = Es wird neben Ihrem Namen angezeigt. Wir schneiden es quadratisch zu und entfernen alle weiteren Angaben aus der Datei, etwa den Aufnahmeort.
picture-submit = Bild speichern
picture-remove = Bild entfernen
# Read aloud in place of somebody's picture.
picture-of = Bild von { $name }

change-email-title = E-Mail-Adresse ändern
change-email-lead = Wir schicken einen Link an die neue Adresse. Bis Sie ihn öffnen, behält Ihr Konto die bisherige Adresse { $address }.
change-email-submit = Link senden

undo-email-change-title = Konto zurückholen
undo-email-change-lead = Ein Klick auf die Schaltfläche, und Ihr Konto läuft wieder über { $address }. Das jetzige Passwort gilt nicht mehr, alle Geräte werden abgemeldet, und kürzlich hinzugefügte Adressen werden entfernt. Danach wählen Sie ein neues Passwort.
undo-email-change-submit = Das war ich nicht

## Email addresses

manage-emails-title = Ihre E-Mail-Adressen
manage-emails-lead = E-Mails zu Ihrem Konto gehen an die Hauptadresse. Anmelden können Sie sich mit jeder bestätigten Adresse.
email-make-primary = Als Hauptadresse
email-delete = Entfernen
email-send-confirmation = Bestätigungs-E-Mail senden
add-email-title = Adresse hinzufügen
add-email-lead = Wir schicken einen Link an diese Adresse, mit dem Sie bestätigen, dass sie Ihnen gehört.
add-email-submit = Adresse hinzufügen

## Invitations

invite-title = Jemanden einladen
invite-lead = Wir verschicken per E-Mail eine Einladung zu { $app_name }.
invite-submit = Einladung senden
invitations-title = Ihre Einladungen
invitations-empty = Sie haben noch niemanden eingeladen.
invitation-sent = Gesendet
invitation-open = Offen bis { $date }
invitation-accepted = Angenommen
invitation-expired = Abgelaufen
invitation-revoked = Zurückgezogen
invitation-resend = Erneut senden
invitation-revoke = Zurückziehen
accept-invitation-title = Sie sind eingeladen
accept-invitation-lead = Sie sind mit der Adresse { $address } zu { $app_name } eingeladen.
accept-invitation-lead-by = { $inviter } hat Sie mit der Adresse { $address } zu { $app_name } eingeladen.
accept-invitation-signed-in = Sie sind als { $name } angemeldet.
accept-invitation-has-account = Sie haben mit dieser Adresse schon ein Konto. Melden Sie sich an, um die Einladung anzunehmen.
accept-invitation-other-account = Die Einladung ist nicht für { $name } bestimmt. Wenn es Ihre ist, melden Sie sich bitte zuerst ab.
accept-invitation-submit = Einladung annehmen
register-invited-lead = Sie sind zu { $app_name } eingeladen.

## The profile

profile-title = Ihr Profil
profile-account = Konto
profile-emails = E-Mail
profile-roles = Rollen
profile-member-since = Mitglied seit
profile-manage-emails = Fügen Sie Adressen hinzu, entfernen oder bestätigen Sie sie und legen Sie fest, wohin E-Mails gehen.
profile-change-email = Verwenden Sie eine andere Adresse für Ihr Konto.
profile-about = Über Sie
profile-no-value = Keine Angabe
profile-yes = Ja
profile-no = Nein
profile-edit = Ändern Sie, was hier zu sehen ist.
profile-picture = Zeigen Sie ein Bild neben Ihrem Namen.
profile-change-username = Wählen Sie den Namen, unter dem man Sie hier kennt.
profile-change-password = Wählen Sie ein anderes Passwort und melden Sie alle anderen Geräte ab.
profile-recovery-codes = Kommen Sie wieder in Ihr Konto, auch wenn Sie Passwort und E-Mail-Zugang verlieren.
profile-authenticator-apps = Lassen Sie beim Anmelden nach einem Code von Ihrem Handy fragen.
profile-sessions = Sehen Sie Ihre Geräte und melden Sie ab, was Sie nicht kennen.
profile-invite = Verschicken Sie eine Einladung per E-Mail.
profile-export-data = Laden Sie herunter, was hier über Sie gespeichert ist.
profile-delete-account = Löschen Sie Ihr Konto mit allem, was darin ist.
email-primary = Hauptadresse
email-confirmed = Bestätigt
email-unconfirmed = Nicht bestätigt

## Where you are signed in

sessions-title = Wo Sie angemeldet sind
sessions-lead = Diese Browser sind mit Ihrem Konto angemeldet. Wenn Sie einen davon nicht kennen, melden Sie ihn ab und ändern Sie Ihr Passwort.
session-current = Dieser Browser
# Such as "Firefox on Linux".
browser-on = { $browser } unter { $system }
session-unknown-browser = Unbekannter Browser
session-created = Angemeldet
session-last-seen = Zuletzt aktiv
session-revoke = Abmelden
sessions-revoke-others = Alle anderen abmelden

## The development mailbox

mailbox-title = Postfach
mailbox-lead = Alle E-Mails dieser Entwicklungsumgebung landen hier.
mailbox-empty = Noch keine E-Mails.
mailbox-from = Von
mailbox-to = An
mailbox-date = Datum
mailbox-faces = Ansichten dieser E-Mail
mailbox-face-text = Text
mailbox-face-html = HTML
mailbox-face-source = Quelltext
mailbox-links = Links in dieser E-Mail

## Problems

# $seconds is how long to wait, 0 when unknown; $minutes is the same, 0 when it is better told in seconds.
problem-bad-request-title = Das haben wir nicht verstanden
problem-bad-request-advice = Mit der Anfrage stimmte etwas nicht. Bitte gehen Sie zurück und versuchen Sie es noch einmal.
problem-unauthenticated-title = Bitte melden Sie sich an
problem-unauthenticated-advice = Diese Seite ist nur zu sehen, wenn Sie angemeldet sind.
problem-sign-in-again-title = Bitte geben Sie Ihr Passwort erneut ein
problem-sign-in-again-advice = Dafür muss das Passwort vor Kurzem eingegeben worden sein. Melden Sie sich noch einmal an und versuchen Sie es dann erneut.
problem-forbidden-title = Diese Seite ist nicht für Sie freigegeben
problem-forbidden-advice = Mit Ihrem Konto können Sie diese Seite nicht ansehen. Wenn Sie das für einen Irrtum halten, wenden Sie sich bitte an das Team dieser Website.
problem-csrf-title = Dieses Formular ist nicht mehr gültig
problem-csrf-advice = Zu Ihrer Sicherheit gilt ein Formular nur begrenzte Zeit und nur in dem Browser, in dem es geöffnet wurde. Bitte gehen Sie zurück, laden Sie die Seite neu und senden Sie es noch einmal ab.
problem-cookies-title = Diese Website braucht Cookies
problem-cookies-advice = Ihr Browser hat keine gesendet, deshalb können wir nicht erkennen, ob das Formular von Ihnen kommt. Bitte erlauben Sie in den Einstellungen Ihres Browsers Cookies für diese Website, laden Sie die Seite neu und senden Sie das Formular noch einmal ab.
problem-link-cookies-title = Diese Website braucht Cookies
problem-link-cookies-advice = Ihr Browser hat keine gesendet, deshalb weiß diese Seite nicht, zu welchem Link sie gehört. Bitte erlauben Sie in den Einstellungen Ihres Browsers Cookies für diese Website und öffnen Sie dann den Link in der E-Mail noch einmal.
problem-not-found-title = Hier ist nichts
problem-not-found-advice = Vielleicht enthält die Adresse einen Tippfehler, oder die Seite ist umgezogen.
problem-method-not-allowed-title = Das geht hier nicht
problem-method-not-allowed-advice = Diese Seite lässt sich so nicht aufrufen. Bitte gehen Sie zurück und versuchen Sie es noch einmal.
problem-too-large-title = Das war zu viel
problem-too-large-advice = Sie haben mehr gesendet, als wir annehmen. Bitte kürzen Sie es und versuchen Sie es noch einmal.
problem-unsupported-media-type-title = Dieses Format können wir nicht lesen
problem-unsupported-media-type-advice = Was gesendet wurde, hat ein Format, das wir hier nicht annehmen.
problem-invalid-title = Etwas davon war nicht richtig
problem-invalid-advice = Bitte gehen Sie zurück und prüfen Sie Ihre Angaben.
problem-too-many-requests-title = Zu viele Versuche
problem-too-many-requests-advice = { $minutes ->
    [0] { $seconds ->
        [0] Bitte warten Sie eine Weile und versuchen Sie es dann noch einmal.
        [one] Bitte warten Sie eine Sekunde und versuchen Sie es dann noch einmal.
       *[other] Bitte warten Sie { $seconds } Sekunden und versuchen Sie es dann noch einmal.
    }
    [one] Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal.
   *[other] Bitte warten Sie { $minutes } Minuten und versuchen Sie es dann noch einmal.
}
problem-internal-title = Etwas ist schiefgegangen
problem-internal-advice = Das liegt an uns, nicht an Ihnen. Der Fehler wurde festgehalten. Bitte versuchen Sie es später noch einmal.
problem-unavailable-title = Wir sind gerade stark ausgelastet
problem-unavailable-advice = { $minutes ->
    [0] { $seconds ->
        [0] Bitte versuchen Sie es gleich noch einmal.
        [one] Bitte versuchen Sie es in einer Sekunde noch einmal.
       *[other] Bitte versuchen Sie es in { $seconds } Sekunden noch einmal.
    }
    [one] Bitte versuchen Sie es in einer Minute noch einmal.
   *[other] Bitte versuchen Sie es in { $minutes } Minuten noch einmal.
}

## The menu of the account pages

menu-you = Sie
menu-security = Sicherheit
menu-settings = Kontoeinstellungen
menu-where = Alle Einstellungen. Sie sind hier:
menu-profile = Profil
menu-edit-profile = Persönliche Angaben
menu-picture = Bild
menu-manage-emails = E-Mail-Adressen
menu-change-email = E-Mail-Adresse
menu-change-username = Benutzername
menu-change-password = Passwort
menu-recovery-codes = Wiederherstellungscodes
menu-authenticator-apps = Authenticator-Apps
menu-sessions = Ihre Geräte
menu-invite = Einladungen
menu-export-data = Ihre Daten
menu-delete-account = Konto löschen
profile-change = Ändern
profile-change-picture = Bild ändern

## Coming in

sign-in-to = Bei { $app_name } anmelden
password-show = Passwort anzeigen
check-email-title = Sehen Sie in Ihr Postfach
check-email-lead = Wir haben eine E-Mail an { $address } geschickt. Öffnen Sie den Link darin, um fortzufahren.
check-email-lead-resend = Wenn { $address } noch bestätigt werden muss, ist eine E-Mail mit einem neuen Link unterwegs.
check-email-lead-reset = Wenn es zu { $address } ein Konto gibt, ist eine E-Mail mit einem Link unterwegs.
check-email-hint = Nichts angekommen? Sehen Sie im Spam-Ordner nach, oder lassen Sie sie noch einmal schicken.
check-email-submit = Noch einmal senden
check-email-other = Andere Adresse verwenden
confirm-identity-title = Bestätigen Sie, dass Sie es sind
confirm-identity-lead = Sie ändern etwas, das Ihr Konto schützt. Geben Sie Ihr Passwort ein, um fortzufahren.
confirm-identity-submit = Bestätigen
confirm-identity-cancel = Abbrechen und zurück

## The foot of the page

footer-help = Hilfe
footer-privacy = Datenschutz
footer-terms = Nutzungsbedingungen
footer-support = Support kontaktieren
problem-reference = Vorgangsnummer: { $reference }
