### The words of the mails. The same messages make the HTML and the text of a mail: plain text only.

## Every mail

mail-greeting = Guten Tag!
mail-greeting-named = Guten Tag { $name }!
mail-footer = { $app_name } hat diese E-Mail an { $email } geschickt.
mail-link-in-full = Wenn die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:
mail-link-hours = Der Link funktioniert nur einmal und nur innerhalb { $hours ->
    [one] einer Stunde.
   *[other] von { $hours } Stunden.
}
mail-link-minutes = Der Link funktioniert nur einmal und nur innerhalb { $minutes ->
    [one] einer Minute.
   *[other] von { $minutes } Minuten.
}
mail-link-days = Der Link funktioniert nur einmal und nur innerhalb { $days ->
    [one] eines Tages.
   *[other] von { $days } Tagen.
}
mail-at = Zeitpunkt: { $at }
mail-user-agent = Browser: { $user_agent }
mail-address = IP-Adresse: { $address }
mail-was-you = Wenn Sie das waren, brauchen Sie nichts zu tun.
mail-not-you-undo = Wenn Sie das nicht waren, holen Sie sich Ihr Konto zurück. Damit werden alle Geräte abgemeldet und die letzten Änderungen zurückgenommen, und Sie wählen ein neues Passwort.
mail-not-you-action = Das war ich nicht
mail-not-you-reset = Wenn Sie das nicht waren, kennt vielleicht jemand Ihr Passwort. Bitte wählen Sie sofort ein neues. Damit werden auch alle Geräte abgemeldet.
mail-not-you-contact = Wenn Sie das nicht waren, kennt vielleicht jemand Ihr Passwort. Bitte wenden Sie sich an das Team dieser Website.
mail-forgot-page-action = Neues Passwort wählen

## registered

mail-registered-subject = Willkommen bei { $app_name }
mail-registered-body = Vielen Dank, dass Sie ein Konto bei { $app_name } erstellt haben.
mail-registered-not-you = Wenn Sie dieses Konto nicht erstellt haben, ignorieren Sie diese E-Mail bitte. Ohne Ihre Bestätigung wird die Adresse nicht verwendet.
mail-registered-not-you-open = Wenn Sie dieses Konto nicht erstellt haben, hat jemand versehentlich Ihre Adresse eingegeben. Sie können diese E-Mail ignorieren.

## already_registered

mail-already-registered-subject = Sie haben schon ein Konto bei { $app_name }
mail-already-registered-body = Jemand, vermutlich Sie selbst, wollte gerade bei { $app_name } diese Adresse für ein Konto verwenden. Sie gehört schon zu Ihrem, deshalb wurde nichts geändert. Sie können sich einfach anmelden.
mail-already-registered-forgot = Passwort vergessen? Dann wählen Sie ein neues.
mail-already-registered-not-you = Wenn Sie das nicht waren, können Sie diese E-Mail ignorieren. Wer auch immer es versucht hat, hat nicht erfahren, dass Sie ein Konto haben.

## confirm_email

mail-confirm-email-subject = Bitte bestätigen Sie Ihre E-Mail-Adresse für { $app_name }
mail-confirm-body = Bitte bestätigen Sie, dass diese E-Mail-Adresse Ihnen gehört.
mail-confirm-action = E-Mail-Adresse bestätigen
mail-confirm-not-you = Wenn Sie diese E-Mail nicht angefordert haben, können Sie sie ignorieren.

## forgot_password

mail-forgot-password-subject = Neues Passwort für { $app_name } wählen
mail-forgot-password-body = Jemand, hoffentlich Sie selbst, hat ein neues Passwort für Ihr Konto bei { $app_name } angefordert.
mail-forgot-password-action = Neues Passwort wählen
mail-forgot-password-not-you = Wenn Sie das nicht waren, ignorieren Sie diese E-Mail bitte. Ihr Passwort bleibt, wie es ist.

## password_changed

mail-password-changed-subject = Ihr Passwort für { $app_name } wurde geändert
mail-password-changed-body = Das Passwort Ihres Kontos bei { $app_name } wurde geändert.

## recovery_codes_made

mail-recovery-codes-made-subject = Neue Wiederherstellungscodes für { $app_name }
mail-recovery-codes-made-body = Für Ihr Konto bei { $app_name } wurden neue Wiederherstellungscodes erstellt. Mit den bisherigen kommen Sie noch eine Zeit lang wieder in Ihr Konto.

## recovery_code_used

mail-recovery-code-used-subject = Ein Wiederherstellungscode für { $app_name } wurde verwendet
mail-recovery-code-used-body = Einer der Wiederherstellungscodes Ihres Kontos bei { $app_name } wurde verwendet.

## totp_added

mail-totp-added-subject = Eine Authenticator-App für { $app_name } wurde eingerichtet
mail-totp-added-body = Für Ihr Konto bei { $app_name } wurde eine Authenticator-App eingerichtet. Ab jetzt wird beim Anmelden nach ihrem Code gefragt.

## totp_removed

mail-totp-removed-subject = Eine Authenticator-App für { $app_name } wurde entfernt
mail-totp-removed-body = Von Ihrem Konto bei { $app_name } wurde eine Authenticator-App entfernt. Ihre Codes gelten nicht mehr.

## second_step_refused

mail-second-step-refused-subject = Vielleicht kennt jemand Ihr Passwort für { $app_name }
mail-second-step-refused-body = Jemand hat beim Anmelden an Ihrem Konto bei { $app_name } den ersten Schritt geschafft und danach mehrere falsche Codes eingegeben. Hineingekommen ist niemand.

## second_step_reset

mail-second-step-reset-subject = Ihr zweiter Anmeldeschritt bei { $app_name } wird zurückgesetzt
mail-second-step-reset-body = Ein Administrator entfernt die Authenticator-Apps von Ihrem Konto bei { $app_name }. Wenn Sie Ihre App noch haben, melden Sie sich damit an: Dann bleibt alles, wie es ist.
mail-second-step-reset-due = Ab { $due } genügt zum Anmelden Ihr Passwort.

## username_changed

mail-username-changed-subject = Ihr Benutzername für { $app_name } wurde geändert
mail-username-changed-body = Der Benutzername Ihres Kontos bei { $app_name } lautet jetzt { $username }.

## email_added

mail-email-added-subject = Eine neue Adresse für Ihr Konto bei { $app_name }
mail-email-added-body = { $address } wurde als neue Adresse für Ihr Konto bei { $app_name } eingegeben. Sie kann verwendet werden, sobald sie bestätigt ist.

## email_confirmed

mail-email-confirmed-subject = Eine Adresse Ihres Kontos bei { $app_name } wurde bestätigt
mail-email-confirmed-body = { $address } ist bestätigt und kann jetzt für Ihr Konto bei { $app_name } verwendet werden.

## email_removed

mail-email-removed-subject = Eine Adresse wurde aus Ihrem Konto bei { $app_name } entfernt
mail-email-removed-body = Die Adresse { $address } wurde aus Ihrem Konto bei { $app_name } entfernt.

## primary_email_changed

mail-primary-email-changed-subject = Die Adresse Ihres Kontos bei { $app_name } wurde geändert
mail-primary-email-changed-body = E-Mails zu Ihrem Konto bei { $app_name } gehen jetzt an { $address }.

## new_sign_in

mail-new-sign-in-subject = Neue Anmeldung bei { $app_name }
mail-new-sign-in-body = Ihr Konto bei { $app_name } wurde auf einem Gerät verwendet, das wir noch nicht kennen.

## session_revoked

mail-session-revoked-subject = Wir haben eines Ihrer Geräte bei { $app_name } abgemeldet
mail-session-revoked-body = Jemand hat eine alte Kopie der Anmeldung eines Ihrer Geräte verwendet. Vielleicht wurde nur eine Sicherung wiederhergestellt, es kann aber auch ein Diebstahl sein. Deshalb haben wir dieses Gerät bei { $app_name } abgemeldet.
mail-session-revoked-advice = Ihr Passwort wurde dabei nicht verwendet. Sie können sich wieder anmelden:
mail-session-revoked-reset = Wenn Sie diesem Gerät nicht mehr vertrauen, wählen Sie bitte auch ein neues Passwort. Damit werden alle Geräte abgemeldet.

## account_deleted

mail-unexpected-contact = Wenn Sie damit nicht gerechnet haben, wenden Sie sich bitte an das Team dieser Website.
mail-account-deleted-subject = Ihr Konto bei { $app_name } wurde gelöscht
mail-account-deleted-body = Ihr Konto bei { $app_name } wurde gelöscht, mit allem, was dazugehörte. Sie bekommen dazu keine weiteren E-Mails.

## deletion_scheduled

mail-deletion-scheduled-subject = Ihr Konto bei { $app_name } wird gelöscht
mail-deletion-scheduled-body = Ihr Konto bei { $app_name } wird mit allem, was dazugehört, gelöscht: { $due }.
mail-deletion-scheduled-until = Möchten Sie es behalten? Dann melden Sie sich vorher an:

## deletion_cancelled

mail-deletion-cancelled-subject = Ihr Konto bei { $app_name } bleibt bestehen
mail-deletion-cancelled-body = Ihr Konto bei { $app_name } sollte gelöscht werden. Das wurde zurückgenommen: Alles bleibt, wie es ist.

## export_ready

mail-export-ready-subject = Ihre Daten von { $app_name } sind bereit
mail-export-ready-body = Die Daten, die Sie bei { $app_name } angefordert haben, sind bereit. Bitte melden Sie sich an, um sie herunterzuladen.

## invite

mail-invite-subject = Sie sind zu { $app_name } eingeladen
mail-invite-body = Sie sind eingeladen, bei { $app_name } mitzumachen.
mail-invite-body-by = { $inviter } lädt Sie ein, bei { $app_name } mitzumachen.
mail-invite-action = Einladung annehmen
mail-invite-not-you = Wenn Sie nicht wissen, worum es geht, können Sie diese E-Mail ignorieren. Ohne Sie wird nichts angelegt.
