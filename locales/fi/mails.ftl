### The words of the mails. The same messages make the HTML and the text of a mail: plain text only.

## Every mail

mail-greeting = Hei!
mail-greeting-named = Hei { $name }!
mail-footer = { $app_name } lähetti tämän viestin osoitteeseen { $email }.
mail-link-in-full = Jos painike ei toimi, kopioi tämä osoite selaimeen:
mail-link-hours = Linkki toimii kerran, { $hours ->
    [one] yhden tunnin kuluessa.
   *[other] { $hours } tunnin kuluessa.
}
mail-link-minutes = Linkki toimii kerran, { $minutes ->
    [one] yhden minuutin kuluessa.
   *[other] { $minutes } minuutin kuluessa.
}
mail-link-days = Linkki toimii kerran, { $days ->
    [one] yhden päivän kuluessa.
   *[other] { $days } päivän kuluessa.
}
mail-at = Aika: { $at }
mail-user-agent = Selain: { $user_agent }
mail-address = IP-osoite: { $address }
mail-was-you = Jos teit tämän itse, sinun ei tarvitse tehdä mitään.
mail-not-you-undo = Jos et tehnyt tätä itse, ota tilisi takaisin. Samalla kaikki laitteet kirjataan ulos, viimeaikaiset muutokset perutaan ja voit valita uuden salasanan.
mail-not-you-action = Se en ollut minä
mail-not-you-reset = Jos et tehnyt tätä itse, joku saattaa tietää salasanasi. Valitse heti uusi. Samalla kaikki laitteet kirjataan ulos.
mail-not-you-contact = Jos et tehnyt tätä itse, joku saattaa tietää salasanasi. Ilmoita siitä sivuston ylläpidolle.
mail-forgot-page-action = Valitse uusi salasana

## registered

mail-registered-subject = Tervetuloa palveluun { $app_name }
mail-registered-body = Kiitos, että loit tilin palveluun { $app_name }.
mail-registered-not-you = Jos et luonut tätä tiliä, voit jättää viestin huomiotta. Osoitetta ei käytetä ilman vahvistustasi.
mail-registered-not-you-open = Jos et luonut tätä tiliä, joku on antanut osoitteesi vahingossa. Voit jättää viestin huomiotta.

## already_registered

mail-already-registered-subject = Sinulla on jo tili palvelussa { $app_name }
mail-already-registered-body = Joku, luultavasti sinä, yritti juuri ottaa tämän osoitteen käyttöön palvelun { $app_name } tilillä. Osoite kuuluu jo tiliisi, joten mitään ei muutettu. Voit vain kirjautua sisään.
mail-already-registered-forgot = Unohditko salasanan? Valitse silloin uusi.
mail-already-registered-not-you = Jos se et ollut sinä, voit jättää viestin huomiotta. Yrittäjä ei saanut tietää, että sinulla on tili.

## confirm_email

mail-confirm-email-subject = Vahvista sähköpostiosoitteesi: { $app_name }
mail-confirm-body = Vahvista, että tämä sähköpostiosoite on sinun.
mail-confirm-action = Vahvista sähköpostiosoite
mail-confirm-not-you = Jos et pyytänyt tätä viestiä, voit jättää sen huomiotta.

## forgot_password

mail-forgot-password-subject = Valitse uusi salasana: { $app_name }
mail-forgot-password-body = Joku, toivottavasti sinä, on pyytänyt uutta salasanaa tilillesi palvelussa { $app_name }.
mail-forgot-password-action = Valitse uusi salasana
mail-forgot-password-not-you = Jos se et ollut sinä, voit jättää viestin huomiotta. Salasanasi pysyy ennallaan.

## password_changed

mail-password-changed-subject = Salasanasi on vaihdettu: { $app_name }
mail-password-changed-body = Tilisi salasana palvelussa { $app_name } on vaihdettu.

## recovery_codes_made

mail-recovery-codes-made-subject = Uudet palautuskoodit: { $app_name }
mail-recovery-codes-made-body = Tilillesi palvelussa { $app_name } on luotu uudet palautuskoodit. Aiemmilla pääset vielä jonkin aikaa takaisin tilillesi.

## recovery_code_used

mail-recovery-code-used-subject = Palautuskoodi on käytetty: { $app_name }
mail-recovery-code-used-body = Yksi tilisi palautuskoodeista palvelussa { $app_name } on käytetty.

## totp_added

mail-totp-added-subject = Todennussovellus on otettu käyttöön: { $app_name }
mail-totp-added-body = Tilillesi palvelussa { $app_name } on otettu käyttöön todennussovellus. Tästä lähtien kirjautuessasi kysytään sen koodi.

## totp_removed

mail-totp-removed-subject = Todennussovellus on poistettu: { $app_name }
mail-totp-removed-body = Tililtäsi palvelussa { $app_name } on poistettu todennussovellus. Sen koodit eivät enää toimi.

## second_step_refused

mail-second-step-refused-subject = Joku saattaa tietää salasanasi: { $app_name }
mail-second-step-refused-body = Joku läpäisi kirjautumisen ensimmäisen vaiheen tilillesi palvelussa { $app_name } ja antoi sen jälkeen useita vääriä koodeja. Hän ei päässyt sisään.

## second_step_reset

mail-second-step-reset-subject = Kirjautumisesi toinen vaihe nollataan: { $app_name }
mail-second-step-reset-body = Ylläpitäjä poistaa todennussovellukset tililtäsi palvelussa { $app_name }. Jos sinulla on vielä sovelluksesi, kirjaudu sillä sisään, niin poisto peruuntuu.
mail-second-step-reset-due = Salasanasi riittää kirjautumiseen alkaen { $due }.

## username_changed

mail-username-changed-subject = Käyttäjätunnuksesi on vaihdettu: { $app_name }
mail-username-changed-body = Tilisi käyttäjätunnus palvelussa { $app_name } on nyt { $username }.

## email_added

mail-email-added-subject = Uusi osoite tilillesi: { $app_name }
mail-email-added-body = { $address } on annettu uudeksi osoitteeksi tilillesi palvelussa { $app_name }. Sitä voi käyttää, kun se on vahvistettu.

## email_confirmed

mail-email-confirmed-subject = Tilisi osoite on vahvistettu: { $app_name }
mail-email-confirmed-body = { $address } on vahvistettu, ja sitä voi nyt käyttää tililläsi palvelussa { $app_name }.

## email_removed

mail-email-removed-subject = Tililtäsi on poistettu osoite: { $app_name }
mail-email-removed-body = Osoite { $address } on poistettu tililtäsi palvelussa { $app_name }.

## primary_email_changed

mail-primary-email-changed-subject = Tilisi osoite on vaihdettu: { $app_name }
mail-primary-email-changed-body = Tiliäsi palvelussa { $app_name } koskevat viestit tulevat nyt osoitteeseen { $address }.

## new_sign_in

mail-new-sign-in-subject = Uusi kirjautuminen: { $app_name }
mail-new-sign-in-body = Tiliäsi palvelussa { $app_name } käytettiin laitteella, jota emme ole nähneet aiemmin.

## session_revoked

mail-session-revoked-subject = Yksi laitteistasi on kirjattu ulos: { $app_name }
mail-session-revoked-body = Joku käytti vanhaa kopiota laitteesi kirjautumisesta. Kyse voi olla palautetusta varmuuskopiosta mutta myös varkaudesta, joten kirjasimme laitteen ulos palvelusta { $app_name }.
mail-session-revoked-advice = Salasanaasi ei käytetty tähän. Voit kirjautua uudelleen:
mail-session-revoked-reset = Jos et enää luota laitteeseen, valitse myös uusi salasana. Samalla kaikki laitteet kirjataan ulos.

## account_deleted

mail-unexpected-contact = Jos et odottanut tätä, ilmoita siitä sivuston ylläpidolle.
mail-account-deleted-subject = Tilisi on poistettu: { $app_name }
mail-account-deleted-body = Tilisi palvelussa { $app_name } on poistettu, ja samalla kaikki siihen kuulunut. Et saa siitä enää viestejä.

## deletion_scheduled

mail-deletion-scheduled-subject = Tilisi poistetaan: { $app_name }
mail-deletion-scheduled-body = Tilisi palvelussa { $app_name } poistetaan, ja samalla kaikki siihen kuuluva: { $due }.
mail-deletion-scheduled-until = Haluatko pitää sen? Kirjaudu sisään ennen sitä:

## deletion_cancelled

mail-deletion-cancelled-subject = Tilisi säilyy: { $app_name }
mail-deletion-cancelled-body = Tilisi palvelussa { $app_name } oli määrä poistaa. Poisto peruttiin: kaikki pysyy ennallaan.

## export_ready

mail-export-ready-subject = Tietosi ovat valmiina: { $app_name }
mail-export-ready-body = Pyytämäsi tiedot palvelusta { $app_name } ovat valmiina. Lataa ne kirjautumalla sisään.

## invite

mail-invite-subject = Kutsu palveluun { $app_name }
mail-invite-body = Sinut on kutsuttu palveluun { $app_name }.
mail-invite-body-by = { $inviter } kutsuu sinut palveluun { $app_name }.
mail-invite-action = Hyväksy kutsu
mail-invite-not-you = Jos et tiedä, mistä on kyse, voit jättää viestin huomiotta. Mitään ei luoda ilman sinua.
