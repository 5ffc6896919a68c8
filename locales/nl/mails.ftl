### The words of the mails. The same messages make the HTML and the text of a mail: plain text only.

## Every mail

mail-greeting = Hallo,
mail-greeting-named = Hallo { $name },
mail-footer = { $app_name } heeft deze mail naar { $email } gestuurd.
mail-link-in-full = Werkt de knop niet, kopieer dan dit adres naar uw browser:
mail-link-hours = De link werkt één keer, { $hours ->
    [one] binnen een uur.
   *[other] binnen { $hours } uur.
}
mail-link-minutes = De link werkt één keer, { $minutes ->
    [one] binnen een minuut.
   *[other] binnen { $minutes } minuten.
}
mail-link-days = De link werkt één keer, { $days ->
    [one] binnen een dag.
   *[other] binnen { $days } dagen.
}
mail-at = Wanneer: { $at }
mail-user-agent = Browser: { $user_agent }
mail-address = IP-adres: { $address }
mail-was-you = Was u dit zelf, dan hoeft u niets te doen.
mail-not-you-undo = Was u dit niet, haal dan uw account terug. Daarmee worden alle apparaten uitgelogd en de laatste wijzigingen ongedaan gemaakt, en kiest u een nieuw wachtwoord.
mail-not-you-action = Dit was ik niet
mail-not-you-reset = Was u dit niet, dan kent iemand misschien uw wachtwoord. Kies dan meteen een nieuw. Daarmee worden ook alle apparaten uitgelogd.
mail-not-you-contact = Was u dit niet, dan kent iemand misschien uw wachtwoord. Meld het aan de beheerders van deze site.
mail-forgot-page-action = Kies een nieuw wachtwoord

## registered

mail-registered-subject = Welkom bij { $app_name }
mail-registered-body = Bedankt voor het aanmaken van een account bij { $app_name }.
mail-registered-not-you = Hebt u dit account niet aangemaakt? Dan kunt u deze mail negeren. Zonder uw bevestiging wordt het adres niet gebruikt.
mail-registered-not-you-open = Hebt u dit account niet aangemaakt? Dan heeft iemand uw adres per ongeluk ingevuld. U kunt deze mail negeren.

## already_registered

mail-already-registered-subject = U hebt al een account bij { $app_name }
mail-already-registered-body = Iemand, waarschijnlijk uzelf, wilde zojuist bij { $app_name } dit adres voor een account gebruiken. Het hoort al bij dat van u, dus er is niets gewijzigd. U kunt gewoon inloggen.
mail-already-registered-forgot = Wachtwoord vergeten? Kies dan een nieuw.
mail-already-registered-not-you = Was u dit niet, dan kunt u deze mail negeren. Wie het probeerde, weet niet dat u een account hebt.

## confirm_email

mail-confirm-email-subject = Bevestig uw e-mailadres voor { $app_name }
mail-confirm-body = Bevestig dat dit e-mailadres van u is.
mail-confirm-action = E-mailadres bevestigen
mail-confirm-not-you = Hebt u niet om deze mail gevraagd, dan kunt u hem negeren.

## forgot_password

mail-forgot-password-subject = Kies een nieuw wachtwoord voor { $app_name }
mail-forgot-password-body = Iemand, hopelijk uzelf, vroeg om een nieuw wachtwoord voor uw account bij { $app_name }.
mail-forgot-password-action = Kies een nieuw wachtwoord
mail-forgot-password-not-you = Was u dit niet, dan kunt u deze mail negeren. Uw wachtwoord blijft zoals het is.

## password_changed

mail-password-changed-subject = Uw wachtwoord voor { $app_name } is gewijzigd
mail-password-changed-body = Het wachtwoord van uw account bij { $app_name } is gewijzigd.

## recovery_codes_made

mail-recovery-codes-made-subject = Nieuwe herstelcodes voor { $app_name }
mail-recovery-codes-made-body = Voor uw account bij { $app_name } zijn nieuwe herstelcodes aangemaakt. Met de eerdere komt u nog een tijdje terug in uw account.

## recovery_code_used

mail-recovery-code-used-subject = Een herstelcode voor { $app_name } is gebruikt
mail-recovery-code-used-body = Een van de herstelcodes van uw account bij { $app_name } is gebruikt.

## totp_added

mail-totp-added-subject = Er is een authenticator-app voor { $app_name } ingesteld
mail-totp-added-body = Voor uw account bij { $app_name } is een authenticator-app ingesteld. Voortaan wordt bij het inloggen om een code daaruit gevraagd.

## totp_removed

mail-totp-removed-subject = Er is een authenticator-app voor { $app_name } verwijderd
mail-totp-removed-body = Van uw account bij { $app_name } is een authenticator-app verwijderd. De codes daarvan werken niet meer.

## second_step_refused

mail-second-step-refused-subject = Misschien kent iemand uw wachtwoord voor { $app_name }
mail-second-step-refused-body = Iemand is bij het inloggen op uw account bij { $app_name } door de eerste stap gekomen en heeft daarna meerdere onjuiste codes ingevuld. Diegene is niet binnengekomen.

## second_step_reset

mail-second-step-reset-subject = Uw tweede stap voor { $app_name } wordt opnieuw ingesteld
mail-second-step-reset-body = Een beheerder verwijdert de authenticator-apps van uw account bij { $app_name }. Hebt u uw app nog, log er dan mee in: dan gaat dit niet door.
mail-second-step-reset-due = Vanaf { $due } is uw wachtwoord genoeg om in te loggen.

## username_changed

mail-username-changed-subject = Uw gebruikersnaam voor { $app_name } is gewijzigd
mail-username-changed-body = De gebruikersnaam van uw account bij { $app_name } is nu { $username }.

## email_added

mail-email-added-subject = Een nieuw adres voor uw account bij { $app_name }
mail-email-added-body = { $address } is ingevuld als nieuw adres voor uw account bij { $app_name }. Het is te gebruiken zodra het is bevestigd.

## email_confirmed

mail-email-confirmed-subject = Een adres van uw account bij { $app_name } is bevestigd
mail-email-confirmed-body = { $address } is bevestigd en is nu te gebruiken voor uw account bij { $app_name }.

## email_removed

mail-email-removed-subject = Er is een adres verwijderd uit uw account bij { $app_name }
mail-email-removed-body = Het adres { $address } is verwijderd uit uw account bij { $app_name }.

## primary_email_changed

mail-primary-email-changed-subject = Het adres van uw account bij { $app_name } is gewijzigd
mail-primary-email-changed-body = Mails over uw account bij { $app_name } gaan nu naar { $address }.

## new_sign_in

mail-new-sign-in-subject = Ingelogd op een nieuw apparaat bij { $app_name }
mail-new-sign-in-body = Er is op uw account bij { $app_name } ingelogd vanaf een apparaat dat wij nog niet kennen.

## session_revoked

mail-session-revoked-subject = Wij hebben een van uw apparaten uitgelogd bij { $app_name }
mail-session-revoked-body = Iemand gebruikte een oude kopie van de sessie van een van uw apparaten. Dat kan een teruggezette reservekopie zijn, maar ook diefstal. Daarom hebben wij dat apparaat uitgelogd bij { $app_name }.
mail-session-revoked-advice = Uw wachtwoord is hierbij niet gebruikt. U kunt opnieuw inloggen:
mail-session-revoked-reset = Vertrouwt u dat apparaat niet meer, kies dan ook een nieuw wachtwoord. Daarmee worden alle apparaten uitgelogd.

## account_deleted

mail-unexpected-contact = Had u dit niet verwacht, meld het dan aan de beheerders van deze site.
mail-account-deleted-subject = Uw account bij { $app_name } is verwijderd
mail-account-deleted-body = Uw account bij { $app_name } is verwijderd, met alles wat erbij hoorde. U krijgt er geen e-mails meer over.

## deletion_scheduled

mail-deletion-scheduled-subject = Uw account bij { $app_name } wordt verwijderd
mail-deletion-scheduled-body = Uw account bij { $app_name } wordt verwijderd, met alles wat erbij hoort: { $due }.
mail-deletion-scheduled-until = Wilt u het houden? Log dan voor die tijd in:

## deletion_cancelled

mail-deletion-cancelled-subject = Uw account bij { $app_name } blijft bestaan
mail-deletion-cancelled-body = Uw account bij { $app_name } zou worden verwijderd. Dat gaat niet door: alles blijft zoals het is.

## export_ready

mail-export-ready-subject = Uw gegevens van { $app_name } staan klaar
mail-export-ready-body = De gegevens die u bij { $app_name } hebt opgevraagd, staan klaar. Log in om ze te downloaden.

## invite

mail-invite-subject = U bent uitgenodigd voor { $app_name }
mail-invite-body = U bent uitgenodigd voor { $app_name }.
mail-invite-body-by = { $inviter } nodigt u uit voor { $app_name }.
mail-invite-action = Uitnodiging aannemen
mail-invite-not-you = Weet u niet waar dit over gaat, dan kunt u deze mail negeren. Zonder u wordt er niets aangemaakt.
