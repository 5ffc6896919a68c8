### The words of the mails. The same messages make the HTML and the text of a mail: plain text only.

## Every mail

mail-greeting = Hej!
mail-greeting-named = Hej { $name }!
mail-footer = { $app_name } skickade det här mejlet till { $email }.
mail-link-in-full = Om knappen inte fungerar kan du kopiera den här adressen till webbläsaren:
mail-link-hours = Länken fungerar en gång, { $hours ->
    [one] inom en timme.
   *[other] inom { $hours } timmar.
}
mail-link-minutes = Länken fungerar en gång, { $minutes ->
    [one] inom en minut.
   *[other] inom { $minutes } minuter.
}
mail-link-days = Länken fungerar en gång, { $days ->
    [one] inom en dag.
   *[other] inom { $days } dagar.
}
mail-at = När: { $at }
mail-user-agent = Webbläsare: { $user_agent }
mail-address = IP-adress: { $address }
mail-was-you = Om det var du behöver du inte göra något.
mail-not-you-undo = Om det inte var du, ta tillbaka ditt konto. Då loggas alla enheter ut, de senaste ändringarna ångras och du kan välja ett nytt lösenord.
mail-not-you-action = Det var inte jag
mail-not-you-reset = Om det inte var du kan någon ha fått tag i ditt lösenord. Välj genast ett nytt. Då loggas också alla enheter ut.
mail-not-you-contact = Om det inte var du kan någon ha fått tag i ditt lösenord. Kontakta dem som sköter sajten.
mail-forgot-page-action = Välj ett nytt lösenord

## registered

mail-registered-subject = Välkommen till { $app_name }
mail-registered-body = Tack för att du har skapat ett konto hos { $app_name }.
mail-registered-not-you = Om du inte har skapat det här kontot kan du bortse från mejlet. Utan din bekräftelse används adressen inte.
mail-registered-not-you-open = Om du inte har skapat det här kontot har någon angett din adress av misstag. Du kan bortse från mejlet.

## already_registered

mail-already-registered-subject = Du har redan ett konto hos { $app_name }
mail-already-registered-body = Någon, troligen du, försökte nyss använda den här adressen för ett konto hos { $app_name }. Den hör redan till ditt, så ingenting har ändrats. Det är bara att logga in.
mail-already-registered-forgot = Har du glömt lösenordet? Välj då ett nytt.
mail-already-registered-not-you = Om det inte var du kan du bortse från mejlet. Den som försökte har inte fått veta att du har ett konto.

## confirm_email

mail-confirm-email-subject = Bekräfta din e-postadress för { $app_name }
mail-confirm-body = Bekräfta att den här e-postadressen är din.
mail-confirm-action = Bekräfta e-postadressen
mail-confirm-not-you = Om du inte har bett om det här mejlet kan du bortse från det.

## forgot_password

mail-forgot-password-subject = Välj ett nytt lösenord för { $app_name }
mail-forgot-password-body = Någon, förhoppningsvis du, har bett om ett nytt lösenord för ditt konto hos { $app_name }.
mail-forgot-password-action = Välj ett nytt lösenord
mail-forgot-password-not-you = Om det inte var du kan du bortse från mejlet. Lösenordet förblir som det är.

## password_changed

mail-password-changed-subject = Ditt lösenord för { $app_name } har bytts
mail-password-changed-body = Lösenordet för ditt konto hos { $app_name } har bytts.

## recovery_codes_made

mail-recovery-codes-made-subject = Nya återställningskoder för { $app_name }
mail-recovery-codes-made-body = Nya återställningskoder har skapats för ditt konto hos { $app_name }. Med de tidigare kommer du tillbaka till kontot ännu en tid.

## recovery_code_used

mail-recovery-code-used-subject = En återställningskod för { $app_name } har använts
mail-recovery-code-used-body = En av återställningskoderna för ditt konto hos { $app_name } har använts.

## totp_added

mail-totp-added-subject = En autentiseringsapp för { $app_name } har lagts till
mail-totp-added-body = En autentiseringsapp har lagts till för ditt konto hos { $app_name }. Från och med nu krävs en kod från den när du loggar in.

## totp_removed

mail-totp-removed-subject = En autentiseringsapp för { $app_name } har tagits bort
mail-totp-removed-body = En autentiseringsapp har tagits bort från ditt konto hos { $app_name }. Dess koder fungerar inte längre.

## second_step_refused

mail-second-step-refused-subject = Någon kanske kan ditt lösenord för { $app_name }
mail-second-step-refused-body = Någon klarade första steget vid inloggning på ditt konto hos { $app_name } och angav sedan flera felaktiga koder. Personen kom inte in.

## second_step_reset

mail-second-step-reset-subject = Ditt andra steg för { $app_name } återställs
mail-second-step-reset-body = En administratör tar bort autentiseringsapparna från ditt konto hos { $app_name }. Om du har din app kvar kan du logga in med den, så avbryts det.
mail-second-step-reset-due = Från och med { $due } räcker ditt lösenord för att logga in.

## username_changed

mail-username-changed-subject = Ditt användarnamn för { $app_name } har bytts
mail-username-changed-body = Användarnamnet för ditt konto hos { $app_name } är nu { $username }.

## email_added

mail-email-added-subject = En ny adress för ditt konto hos { $app_name }
mail-email-added-body = { $address } har angetts som ny adress för ditt konto hos { $app_name }. Den kan användas när den har bekräftats.

## email_confirmed

mail-email-confirmed-subject = En adress för ditt konto hos { $app_name } har bekräftats
mail-email-confirmed-body = { $address } har bekräftats och kan nu användas för ditt konto hos { $app_name }.

## email_removed

mail-email-removed-subject = En adress har tagits bort från ditt konto hos { $app_name }
mail-email-removed-body = Adressen { $address } har tagits bort från ditt konto hos { $app_name }.

## primary_email_changed

mail-primary-email-changed-subject = Adressen för ditt konto hos { $app_name } har bytts
mail-primary-email-changed-body = Mejl om ditt konto hos { $app_name } går nu till { $address }.

## new_sign_in

mail-new-sign-in-subject = Ny inloggning hos { $app_name }
mail-new-sign-in-body = Ditt konto hos { $app_name } har använts på en enhet som vi inte har sett förut.

## session_revoked

mail-session-revoked-subject = Vi har loggat ut en av dina enheter från { $app_name }
mail-session-revoked-body = Någon har använt en gammal kopia av inloggningen på en av dina enheter. Det kan vara en återställd säkerhetskopia, men det kan också vara stöld. Därför har vi loggat ut enheten från { $app_name }.
mail-session-revoked-advice = Ditt lösenord användes inte. Du kan logga in igen:
mail-session-revoked-reset = Om du inte längre litar på enheten bör du också välja ett nytt lösenord. Då loggas alla enheter ut.

## account_deleted

mail-unexpected-contact = Om du inte väntade dig detta, kontakta dem som sköter sajten.
mail-account-deleted-subject = Ditt konto hos { $app_name } har tagits bort
mail-account-deleted-body = Ditt konto hos { $app_name } har tagits bort, med allt som hörde till det. Du får inga fler mejl om det.

## deletion_scheduled

mail-deletion-scheduled-subject = Ditt konto hos { $app_name } kommer att tas bort
mail-deletion-scheduled-body = Ditt konto hos { $app_name } kommer att tas bort, med allt som hör till det: { $due }.
mail-deletion-scheduled-until = Vill du behålla det? Logga in innan dess:

## deletion_cancelled

mail-deletion-cancelled-subject = Ditt konto hos { $app_name } blir kvar
mail-deletion-cancelled-body = Ditt konto hos { $app_name } skulle tas bort. Det har avbrutits: allt är kvar som det var.

## export_ready

mail-export-ready-subject = Dina data från { $app_name } är klara
mail-export-ready-body = De data som du bad { $app_name } om är klara. Logga in för att hämta dem.

## invite

mail-invite-subject = Du har fått en inbjudan till { $app_name }
mail-invite-body = Du har fått en inbjudan till { $app_name }.
mail-invite-body-by = { $inviter } bjuder in dig till { $app_name }.
mail-invite-action = Acceptera inbjudan
mail-invite-not-you = Om du inte vet vad det här gäller kan du bortse från mejlet. Ingenting skapas utan dig.
