### One-time messages at the top of the next page.

notice-registered-confirm = Fast geschafft! Wir haben Ihnen eine E-Mail mit einem Link geschickt. Bitte öffnen Sie ihn, um Ihre Adresse zu bestätigen.
notice-registered = Ihr Konto ist bereit. Sie können sich jetzt anmelden.
notice-email-confirmed = Ihre E-Mail-Adresse ist bestätigt.
# The same for everyone: must not tell whether the address is known.
notice-confirmation-sent = Wenn diese Adresse noch bestätigt werden muss, ist eine E-Mail mit einem neuen Link unterwegs. Bitte sehen Sie auch im Spam-Ordner nach.
notice-signed-in = Sie sind angemeldet.
notice-signed-out = Sie sind abgemeldet.
# The same for everyone: must not tell whether the address is known.
notice-reset-sent = Wenn es zu dieser Adresse ein Konto gibt, ist eine E-Mail mit einem Link unterwegs. Bitte sehen Sie auch im Spam-Ordner nach.
notice-password-reset = Ihr neues Passwort ist gespeichert.
notice-password-changed = Ihr Passwort ist geändert. Alle anderen Geräte sind abgemeldet.
notice-totp-added = Ihre Authenticator-App ist eingerichtet. Ab jetzt fragen wir beim Anmelden nach ihrem Code.
notice-totp-renamed = Der Name ist gespeichert.
notice-totp-removed = Die App ist entfernt. Ihre Codes gelten nicht mehr.
notice-device-forgotten = Dem Gerät wird nicht mehr vertraut. Dort wird wieder nach einem Code gefragt.
notice-second-factor-required = Diese Website verlangt von Ihnen beim Anmelden einen zweiten Schritt. Bitte richten Sie eine Authenticator-App ein.
notice-second-step-gone = Bitte melden Sie sich noch einmal an: Die Eingabe des Codes hat zu lange gedauert, oder zu viele Codes waren falsch.
notice-recovery-code-used = { $left ->
    [0] Das war Ihr letzter Wiederherstellungscode. Bitte erstellen Sie neue.
    [one] Dieser Code ist jetzt verbraucht. Sie haben noch einen.
   *[other] Dieser Code ist jetzt verbraucht. Sie haben noch { $left }.
}
notice-export-asked = Wir stellen Ihre Daten zusammen. Sobald sie bereit sind, erhalten Sie eine E-Mail.
notice-deletion-scheduled = Sie sind abgemeldet. Ihr Konto wird gelöscht: { $due }. Bis dahin können Sie sich anmelden und es behalten.
notice-account-deleted = Ihr Konto ist gelöscht.
notice-account-kept = Ihr Konto bleibt bestehen.
notice-username-changed = Ihr Benutzername lautet jetzt { $username }.
notice-email-added = Wir haben eine E-Mail mit einem Link an { $address } geschickt. Bitte öffnen Sie ihn, um diese Adresse zu bestätigen.
notice-email-removed = Die Adresse { $address } ist aus Ihrem Konto entfernt.
notice-primary-email-changed = E-Mails zu Ihrem Konto gehen jetzt an { $address }.
notice-email-change-undone = Ihr Konto gehört wieder Ihnen, und alle Geräte sind abgemeldet. Bitte wählen Sie jetzt ein neues Passwort.
notice-addresses-doubtful = Bitte bestätigen Sie die in den letzten Tagen hinzugefügten Adressen noch einmal, und entfernen Sie die, die nicht Ihnen gehören.
notice-sign-in-required = Bitte melden Sie sich an, um diese Seite zu sehen.
notice-sign-in-again = Um fortzufahren, geben Sie bitte noch einmal Ihr Passwort ein.
notice-not-allowed = Mit Ihrem Konto können Sie diese Seite nicht ansehen.
notice-email-not-confirmed = Bitte bestätigen Sie zuerst Ihre E-Mail-Adresse.
notice-session-revoked = Der Browser ist abgemeldet.
notice-sessions-revoked = Alle anderen Browser sind abgemeldet.
notice-link-invalid = Dieser Link funktioniert nicht. Vielleicht ist er unvollständig oder wurde durch einen neueren ersetzt.
notice-link-expired = Dieser Link ist abgelaufen. Bitte fordern Sie einen neuen an.
notice-link-used = Dieser Link wurde schon verwendet.
notice-link-not-here = Dieser Browser hat den Link zu dieser Seite nicht mehr. Bitte öffnen Sie den Link in der E-Mail noch einmal.
notice-profile-saved = Ihr Profil ist gespeichert.
notice-invitation-sent = Die Einladung an { $address } ist unterwegs.
notice-invitation-revoked = Die Einladung an { $address } gilt nicht mehr.
notice-invitation-accepted = Sie haben die Einladung angenommen.
notice-invitation-required = Um hier ein Konto zu erstellen, brauchen Sie eine Einladung.
notice-invitation-invalid = Diese Einladung funktioniert nicht. Vielleicht ist sie unvollständig, zurückgezogen oder durch eine neuere ersetzt.
notice-invitation-expired = Diese Einladung ist abgelaufen. Bitte lassen Sie sich eine neue schicken.
notice-invitation-used = Diese Einladung wurde schon verwendet.
notice-picture-saved = Ihr Bild ist gespeichert.
notice-picture-removed = Ihr Bild ist entfernt.
