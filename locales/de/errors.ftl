### Why a value was refused. Each stands beside its field, and after the field's label in the list above the form.

username-required = Bitte füllen Sie dieses Feld aus.
username-too-short = Bitte verwenden Sie mindestens { $min ->
    [one] ein Zeichen.
   *[other] { $min } Zeichen.
}
username-too-long = Bitte verwenden Sie höchstens { $max ->
    [one] ein Zeichen.
   *[other] { $max } Zeichen.
}
username-bad-characters = Bitte verwenden Sie nur Buchstaben, Ziffern, Punkte, Bindestriche und Unterstriche.
username-malformed = Am Anfang und am Ende muss ein Buchstabe oder eine Ziffer stehen.
username-reserved = Dieser Name ist für die Website selbst reserviert. Bitte wählen Sie einen anderen.
username-taken = Dieser Name ist schon vergeben. Bitte wählen Sie einen anderen.
# Must not tell which of the two is wrong.
username-bad-credentials = Benutzername oder E-Mail-Adresse und Passwort stimmen nicht überein. Prüfen Sie beides und versuchen Sie es noch einmal.
username-bad-credentials-or-unconfirmed = Benutzername oder E-Mail-Adresse und Passwort stimmen nicht überein, oder die Adresse ist noch nicht bestätigt. Prüfen Sie beides, oder lassen Sie sich den Link noch einmal schicken.

email-required = Bitte füllen Sie dieses Feld aus.
email-too-long = Eine E-Mail-Adresse hat höchstens { $max ->
    [one] ein Zeichen.
   *[other] { $max } Zeichen.
}
email-malformed = Bitte geben Sie eine vollständige E-Mail-Adresse ein, zum Beispiel name@example.com.
email-not-ascii = An Adressen mit Umlauten, Akzenten oder anderen Schriften vor dem @ können wir keine Mails senden. Bitte geben Sie eine andere an.
# Must not tell which of the two is wrong, nor whether the address is known.
email-bad-credentials = E-Mail-Adresse und Passwort stimmen nicht überein. Prüfen Sie beides und versuchen Sie es noch einmal.
email-bad-credentials-or-unconfirmed = E-Mail-Adresse und Passwort stimmen nicht überein, oder die Adresse ist noch nicht bestätigt. Prüfen Sie beides, oder lassen Sie sich den Link noch einmal schicken.
email-taken = Diese Adresse steht schon in Ihrer Liste.
email-too-many = Ihr Konto hat schon so viele Adressen wie erlaubt. Bitte entfernen Sie zuerst eine.
email-same = Das ist schon die Adresse Ihres Kontos.

password-required = Bitte füllen Sie dieses Feld aus.
password-too-short = Bitte verwenden Sie mindestens { $min ->
    [one] ein Zeichen.
   *[other] { $min } Zeichen.
}
password-too-long = Das ist zu lang. Bitte verwenden Sie höchstens { $max ->
    [one] ein Zeichen.
   *[other] { $max } Zeichen.
}
password-too-common = Dieses Passwort gehört zu den ersten, die man ausprobieren würde. Bitte wählen Sie ein anderes.
password-made-of-identity = Das ähnelt zu sehr Ihrem Namen, Ihrer Adresse oder dem Namen dieser Website. Bitte wählen Sie ein anderes.
password-too-simple = Bitte verwenden Sie mindestens einen Großbuchstaben, einen Kleinbuchstaben und eine Ziffer.
password-wrong = Das ist nicht das Passwort dieses Kontos.

retype-password-required = Bitte füllen Sie dieses Feld aus.
retype-password-mismatch = Das stimmt nicht mit dem Passwort darüber überein.

old-password-required = Bitte füllen Sie dieses Feld aus.
old-password-too-long = So lang ist hier kein Passwort. Bitte verwenden Sie höchstens { $max ->
    [one] ein Zeichen.
   *[other] { $max } Zeichen.
}
old-password-wrong = Das ist nicht Ihr aktuelles Passwort.

recovery-code-required = Bitte füllen Sie dieses Feld aus.
recovery-code-malformed = Ein Wiederherstellungscode besteht aus fünfzehn Buchstaben und Ziffern. Bitte prüfen Sie Ihre Eingabe.
# Must not tell which of the two is wrong.
recovery-code-bad-credentials = Dieser Code und das Konto passen nicht zusammen, oder der Code wurde schon verwendet. Bitte prüfen Sie beides.
recovery-code-wrong = Das ist keiner Ihrer unbenutzten Codes.

totp-code-required = Bitte füllen Sie dieses Feld aus.
totp-code-malformed = Ein Code hat sechs Ziffern. Bitte prüfen Sie Ihre Eingabe.
totp-code-wrong = Das ist nicht der Code, den Ihre App jetzt anzeigt. Bitte geben Sie den aktuellen ein.
totp-code-used = Dieser Code wurde schon verwendet. Bitte warten Sie auf den nächsten.
totp-code-too-many = Sie haben so viele Apps, wie ein Konto haben kann. Bitte entfernen Sie zuerst eine.

label-too-long = Dieser Name ist zu lang. Bitte wählen Sie einen kürzeren.

account-name-required = Bitte geben Sie den Namen Ihres Kontos ein.
account-name-wrong = Das ist nicht der Name Ihres Kontos.

roles-bad-characters = Bitte verwenden Sie nur Kleinbuchstaben, Ziffern, Bindestriche und Unterstriche.
roles-not-yours-to-give = Diese Rolle dürfen Sie nicht an andere vergeben.

# Fields that a site declares for itself.
profile-required = Bitte füllen Sie dieses Feld aus.
profile-too-long = Bitte verwenden Sie höchstens { $max ->
    [one] ein Zeichen.
   *[other] { $max } Zeichen.
}
profile-too-short = Bitte verwenden Sie mindestens { $min ->
    [one] ein Zeichen.
   *[other] { $min } Zeichen.
}
profile-too-small = Bitte geben Sie { $min } oder mehr ein.
profile-too-large = Bitte geben Sie { $max } oder weniger ein.
profile-malformed-number = Bitte geben Sie eine Zahl ein.
profile-malformed-whole-number = Bitte geben Sie eine ganze Zahl ein.
profile-malformed-date = Bitte geben Sie ein Datum ein, zum Beispiel 2001-12-31.
profile-too-early = Bitte geben Sie { $min } oder ein späteres Datum ein.
profile-too-late = Bitte geben Sie { $max } oder ein früheres Datum ein.
profile-not-a-choice = Bitte wählen Sie eine der Möglichkeiten.
profile-changed-meanwhile = Das wurde inzwischen in einem anderen Fenster geändert. Senden Sie das Formular noch einmal ab, wenn gelten soll, was hier steht.
profile-bad-characters = Bitte lassen Sie Zeichen weg, die sich nicht darstellen lassen.
picture-required = Bitte wählen Sie zuerst ein Bild aus.
picture-too-large = Diese Datei ist zu groß. Bitte wählen Sie eine mit höchstens { $max ->
    [one] einem Megabyte.
   *[other] { $max } Megabyte.
}
picture-too-many-pixels = Dieses Bild ist zu groß. Bitte wählen Sie eines mit höchstens { $max } × { $max } Pixeln.
picture-malformed = Diese Datei können wir nicht als Bild lesen. Bitte wählen Sie eine PNG-, JPEG-, WebP- oder GIF-Datei.

# Refusals of a form as a whole.
form-expired = Dieses Formular ist nicht mehr gültig. Bitte prüfen Sie es und senden Sie es noch einmal ab.
form-no-cookies = Diese Website braucht Cookies, Ihr Browser hat aber keine gesendet. Bitte erlauben Sie Cookies für diese Website und senden Sie das Formular noch einmal ab.
form-other-account = Dieses Formular wurde von jemand anderem ausgefüllt; jetzt ist { $name } angemeldet. Nichts davon wurde übernommen. Bitte füllen Sie es neu aus.
form-unconfirmed = Bitte bestätigen Sie zuerst Ihre E-Mail-Adresse: Öffnen Sie den Link in der E-Mail, die wir Ihnen geschickt haben.
form-disabled = Dieses Konto ist gesperrt. Bitte wenden Sie sich an das Team dieser Website.

# Stands in for a message that a site forgot to write for a code of its own.
message-missing = Das wurde nicht angenommen ({ $id }).
