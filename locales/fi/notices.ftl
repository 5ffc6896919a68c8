### One-time messages at the top of the next page.

notice-registered-confirm = Melkein valmista! Lähetimme sinulle viestin, jossa on linkki. Vahvista osoitteesi avaamalla se.
notice-registered = Tilisi on valmis. Voit nyt kirjautua sisään.
notice-email-confirmed = Sähköpostiosoitteesi on vahvistettu.
# The same for everyone: must not tell whether the address is known.
notice-confirmation-sent = Jos osoitetta ei ole vielä vahvistettu, viesti ja uusi linkki ovat matkalla. Katso myös roskapostista.
notice-signed-in = Olet kirjautunut sisään.
notice-signed-out = Olet kirjautunut ulos.
# The same for everyone: must not tell whether the address is known.
notice-reset-sent = Jos tällä osoitteella on tili, viesti ja linkki ovat matkalla. Katso myös roskapostista.
notice-password-reset = Uusi salasanasi on tallennettu.
notice-password-changed = Salasanasi on vaihdettu. Kaikki muut laitteet on kirjattu ulos.
notice-totp-added = Todennussovelluksesi on käytössä. Tästä lähtien kysymme sen koodin kirjautuessasi.
notice-totp-renamed = Nimi on tallennettu.
notice-totp-removed = Sovellus on poistettu. Sen koodit eivät enää toimi.
notice-device-forgotten = Laitteeseen ei enää luoteta. Siellä kysytään taas koodia.
notice-second-factor-required = Tämä sivusto edellyttää sinulta kirjautumisen toista vaihetta. Ota todennussovellus käyttöön.
notice-second-step-gone = Kirjaudu sisään uudelleen: koodin antaminen kesti liian kauan tai liian moni koodi oli väärä.
notice-recovery-code-used = { $left ->
    [0] Se oli viimeinen palautuskoodisi. Luo uudet koodit.
    [one] Sitä koodia ei voi käyttää uudelleen. Sinulla on yksi jäljellä.
   *[other] Sitä koodia ei voi käyttää uudelleen. Sinulla on { $left } jäljellä.
}
notice-export-asked = Kokoamme tietojasi. Saat viestin, kun ne ovat valmiina.
notice-deletion-scheduled = Olet kirjautunut ulos. Tilisi poistetaan: { $due }. Siihen asti voit kirjautua sisään ja pitää tilisi.
notice-account-deleted = Tilisi on poistettu.
notice-account-kept = Tilisi säilyy.
notice-username-changed = Käyttäjätunnuksesi on nyt { $username }.
notice-email-added = Lähetimme viestin ja linkin osoitteeseen { $address }. Vahvista osoite avaamalla linkki.
notice-email-removed = Osoite { $address } on poistettu tililtäsi.
notice-primary-email-changed = Tiliäsi koskevat viestit tulevat nyt osoitteeseen { $address }.
notice-email-change-undone = Tili on taas sinun, ja kaikki laitteet on kirjattu ulos. Valitse nyt uusi salasana.
notice-addresses-doubtful = Vahvista viime päivinä lisätyt osoitteet uudelleen ja poista ne, jotka eivät ole sinun.
notice-sign-in-required = Kirjaudu sisään, niin näet sivun.
notice-sign-in-again = Jatka antamalla salasanasi vielä kerran.
notice-not-allowed = Tililläsi ei ole oikeutta nähdä sitä sivua.
notice-email-not-confirmed = Vahvista ensin sähköpostiosoitteesi.
notice-session-revoked = Selain on kirjattu ulos.
notice-sessions-revoked = Kaikki muut selaimet on kirjattu ulos.
notice-link-invalid = Linkki ei toimi. Se voi olla vajaa tai korvattu uudemmalla.
notice-link-expired = Linkki on liian vanha. Pyydä uusi.
notice-link-used = Linkki on jo käytetty.
notice-link-not-here = Tällä selaimella ei enää ole kyseisen sivun linkkiä. Avaa sähköpostissa oleva linkki uudelleen.
notice-profile-saved = Profiilisi on tallennettu.
notice-invitation-sent = Kutsu osoitteeseen { $address } on matkalla.
notice-invitation-revoked = Kutsu osoitteeseen { $address } ei ole enää voimassa.
notice-invitation-accepted = Olet hyväksynyt kutsun.
notice-invitation-required = Tarvitset kutsun, jotta voit luoda tilin täällä.
notice-invitation-invalid = Kutsu ei toimi. Se voi olla vajaa, peruttu tai korvattu uudemmalla.
notice-invitation-expired = Kutsu on liian vanha. Pyydä uusi.
notice-invitation-used = Kutsu on jo käytetty.
notice-picture-saved = Kuvasi on tallennettu.
notice-picture-removed = Kuvasi on poistettu.
