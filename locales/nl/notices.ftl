### One-time messages at the top of the next page.

notice-registered-confirm = Bijna klaar! Wij hebben u een mail met een link gestuurd. Open die om uw adres te bevestigen.
notice-registered = Uw account is klaar. U kunt nu inloggen.
notice-email-confirmed = Uw e-mailadres is bevestigd.
# The same for everyone: must not tell whether the address is known.
notice-confirmation-sent = Als dit adres nog bevestigd moet worden, is er een mail met een nieuwe link onderweg. Kijk ook bij de ongewenste post.
notice-signed-in = U bent ingelogd.
notice-signed-out = U bent uitgelogd.
# The same for everyone: must not tell whether the address is known.
notice-reset-sent = Als er een account bij dit adres hoort, is er een mail met een link onderweg. Kijk ook bij de ongewenste post.
notice-password-reset = Uw nieuwe wachtwoord is opgeslagen.
notice-password-changed = Uw wachtwoord is gewijzigd. Alle andere apparaten zijn uitgelogd.
notice-totp-added = Uw authenticator-app is ingesteld. Voortaan vragen we bij het inloggen om de code.
notice-totp-renamed = De naam is opgeslagen.
notice-totp-removed = De app is verwijderd. De codes werken niet meer.
notice-device-forgotten = Het apparaat wordt niet meer vertrouwd. Daar wordt weer om een code gevraagd.
notice-second-factor-required = Deze site vraagt van u een tweede stap bij het inloggen. Stel een authenticator-app in.
notice-second-step-gone = Log opnieuw in: het invullen van de code duurde te lang, of er waren te veel onjuiste codes.
notice-recovery-code-used = { $left ->
    [0] Dat was uw laatste herstelcode. Maak nieuwe aan.
    [one] Die code werkt niet meer. U hebt er nog één.
   *[other] Die code werkt niet meer. U hebt er nog { $left }.
}
notice-export-asked = We zetten uw gegevens klaar. U krijgt een e-mail zodra ze klaar zijn.
notice-deletion-scheduled = U bent uitgelogd. Uw account wordt verwijderd: { $due }. Tot dan kunt u inloggen en het houden.
notice-account-deleted = Uw account is verwijderd.
notice-account-kept = Uw account blijft bestaan.
notice-username-changed = Uw gebruikersnaam is nu { $username }.
notice-email-added = Wij hebben een mail met een link naar { $address } gestuurd. Open die om dat adres te bevestigen.
notice-email-removed = Het adres { $address } is uit uw account verwijderd.
notice-primary-email-changed = Mails over uw account gaan nu naar { $address }.
notice-email-change-undone = Uw account is weer van u en alle apparaten zijn uitgelogd. Kies nu een nieuw wachtwoord.
notice-addresses-doubtful = Bevestig de adressen die de laatste dagen zijn toegevoegd nog een keer, en verwijder de adressen die niet van u zijn.
notice-sign-in-required = Log in om die pagina te bekijken.
notice-sign-in-again = Vul nog eenmaal uw wachtwoord in om door te gaan.
notice-not-allowed = Met uw account kunt u die pagina niet bekijken.
notice-email-not-confirmed = Bevestig eerst uw e-mailadres.
notice-session-revoked = Die browser is uitgelogd.
notice-sessions-revoked = Alle andere browsers zijn uitgelogd.
notice-link-invalid = Deze link werkt niet. Misschien is hij onvolledig, of vervangen door een nieuwere.
notice-link-expired = Deze link is te oud. Vraag een nieuwe aan.
notice-link-used = Deze link is al gebruikt.
notice-link-not-here = Deze browser heeft de link van die pagina niet meer. Open de link in de mail nog eens.
notice-profile-saved = Uw profiel is opgeslagen.
notice-invitation-sent = De uitnodiging aan { $address } is onderweg.
notice-invitation-revoked = De uitnodiging aan { $address } werkt niet meer.
notice-invitation-accepted = U hebt de uitnodiging aangenomen.
notice-invitation-required = U hebt een uitnodiging nodig om hier een account aan te maken.
notice-invitation-invalid = Deze uitnodiging werkt niet. Misschien is zij onvolledig, ingetrokken of vervangen door een nieuwere.
notice-invitation-expired = Deze uitnodiging is te oud. Vraag om een nieuwe.
notice-invitation-used = Deze uitnodiging is al gebruikt.
notice-picture-saved = Uw foto is opgeslagen.
notice-picture-removed = Uw foto is verwijderd.
