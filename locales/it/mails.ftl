### The words of the mails. The same messages make the HTML and the text of a mail: plain text only.

## Every mail

mail-greeting = Buongiorno,
mail-greeting-named = Buongiorno { $name },
mail-footer = { $app_name } ha inviato questa email a { $email }.
mail-link-in-full = Se il pulsante non funziona, copi questo indirizzo nel browser:
mail-link-hours = Il link funziona una sola volta, entro { $hours ->
    [one] un’ora.
   *[other] { $hours } ore.
}
mail-link-minutes = Il link funziona una sola volta, entro { $minutes ->
    [one] un minuto.
   *[other] { $minutes } minuti.
}
mail-link-days = Il link funziona una sola volta, entro { $days ->
    [one] un giorno.
   *[other] { $days } giorni.
}
mail-at = Data e ora: { $at }
mail-user-agent = Browser: { $user_agent }
mail-address = Indirizzo IP: { $address }
mail-was-you = Se riconosce questa attività, non deve fare nulla.
mail-not-you-undo = Se non riconosce questa attività, si riprenda l’account: verranno disconnessi tutti i dispositivi, le ultime modifiche saranno annullate e potrà scegliere una nuova password.
mail-not-you-action = Non ero io
mail-not-you-reset = Se non riconosce questa attività, qualcuno potrebbe conoscere la sua password. Ne scelga subito una nuova: così verranno disconnessi anche tutti i dispositivi.
mail-not-you-contact = Se non riconosce questa attività, qualcuno potrebbe conoscere la sua password. Avvisi chi gestisce questo sito.
mail-forgot-page-action = Scegli una nuova password

## registered

mail-registered-subject = Le diamo il benvenuto su { $app_name }
mail-registered-body = Grazie per aver creato un account su { $app_name }.
mail-registered-not-you = Se non ha creato questo account, ignori questa email. Senza la sua conferma l’indirizzo non verrà usato.
mail-registered-not-you-open = Se non ha creato questo account, qualcuno ha inserito il suo indirizzo per errore. Può ignorare questa email.

## already_registered

mail-already-registered-subject = Ha già un account su { $app_name }
mail-already-registered-body = Qualcuno, probabilmente lei, ha appena indicato a { $app_name } questo indirizzo per un account. Appartiene già al suo, quindi non è stato modificato nulla. Può semplicemente accedere.
mail-already-registered-forgot = Password dimenticata? Ne scelga una nuova.
mail-already-registered-not-you = Se la richiesta non è sua, può ignorare questa email. Chi ha provato non ha scoperto che lei ha un account.

## confirm_email

mail-confirm-email-subject = Confermi il suo indirizzo email per { $app_name }
mail-confirm-body = Confermi che questo indirizzo email è suo.
mail-confirm-action = Conferma indirizzo email
mail-confirm-not-you = Se non ha richiesto questa email, può ignorarla.

## forgot_password

mail-forgot-password-subject = Scelga una nuova password per { $app_name }
mail-forgot-password-body = Qualcuno, speriamo lei, ha richiesto una nuova password per il suo account su { $app_name }.
mail-forgot-password-action = Scegli una nuova password
mail-forgot-password-not-you = Se la richiesta non è sua, ignori questa email. La sua password resta invariata.

## password_changed

mail-password-changed-subject = La sua password per { $app_name } è stata cambiata
mail-password-changed-body = La password del suo account su { $app_name } è stata cambiata.

## recovery_codes_made

mail-recovery-codes-made-subject = Nuovi codici di recupero per { $app_name }
mail-recovery-codes-made-body = Sono stati creati nuovi codici di recupero per il suo account su { $app_name }. Per qualche tempo i precedenti le permettono ancora di recuperare l’account.

## recovery_code_used

mail-recovery-code-used-subject = È stato usato un codice di recupero per { $app_name }
mail-recovery-code-used-body = È stato usato uno dei codici di recupero del suo account su { $app_name }.

## totp_added

mail-totp-added-subject = È stata configurata un’app di autenticazione per { $app_name }
mail-totp-added-body = È stata configurata un’app di autenticazione per il suo account su { $app_name }. D’ora in poi il suo codice viene chiesto a ogni accesso.

## totp_removed

mail-totp-removed-subject = È stata rimossa un’app di autenticazione per { $app_name }
mail-totp-removed-body = È stata rimossa un’app di autenticazione dal suo account su { $app_name }. I suoi codici non valgono più.

## second_step_refused

mail-second-step-refused-subject = Qualcuno potrebbe conoscere la sua password di { $app_name }
mail-second-step-refused-body = Qualcuno ha superato il primo passaggio di accesso al suo account su { $app_name } e poi ha inserito diversi codici sbagliati. Non è riuscito a entrare.

## second_step_reset

mail-second-step-reset-subject = Il suo secondo passaggio per { $app_name } viene reimpostato
mail-second-step-reset-body = Un amministratore sta rimuovendo le app di autenticazione dal suo account su { $app_name }. Se ha ancora la sua app, la usi per accedere: così la rimozione viene annullata.
mail-second-step-reset-due = Dal { $due } per accedere basterà la sua password.

## username_changed

mail-username-changed-subject = Il suo nome utente su { $app_name } è stato cambiato
mail-username-changed-body = Il nome utente del suo account su { $app_name } è ora { $username }.

## email_added

mail-email-added-subject = Un nuovo indirizzo per il suo account su { $app_name }
mail-email-added-body = { $address } è stato indicato come nuovo indirizzo per il suo account su { $app_name }. Si potrà usare non appena sarà confermato.

## email_confirmed

mail-email-confirmed-subject = Un indirizzo del suo account su { $app_name } è stato confermato
mail-email-confirmed-body = { $address } è stato confermato e ora si può usare per il suo account su { $app_name }.

## email_removed

mail-email-removed-subject = Un indirizzo è stato rimosso dal suo account su { $app_name }
mail-email-removed-body = L’indirizzo { $address } è stato rimosso dal suo account su { $app_name }.

## primary_email_changed

mail-primary-email-changed-subject = L’indirizzo del suo account su { $app_name } è stato cambiato
mail-primary-email-changed-body = Le email sul suo account su { $app_name } ora arrivano a { $address }.

## new_sign_in

mail-new-sign-in-subject = Nuovo accesso a { $app_name }
mail-new-sign-in-body = Il suo account su { $app_name } è stato usato su un dispositivo che non conoscevamo ancora.

## session_revoked

mail-session-revoked-subject = Abbiamo disconnesso un suo dispositivo da { $app_name }
mail-session-revoked-body = Qualcuno ha usato una vecchia copia dell’accesso di uno dei suoi dispositivi. Potrebbe trattarsi di un backup ripristinato, ma anche di un furto. Per questo abbiamo disconnesso quel dispositivo da { $app_name }.
mail-session-revoked-advice = La sua password non è stata usata. Può accedere di nuovo:
mail-session-revoked-reset = Se non si fida più di quel dispositivo, scelga anche una nuova password. In questo modo verranno disconnessi tutti i dispositivi.

## account_deleted

mail-unexpected-contact = Se non se lo aspettava, avvisi chi gestisce questo sito.
mail-account-deleted-subject = Il suo account su { $app_name } è stato eliminato
mail-account-deleted-body = Il suo account su { $app_name } è stato eliminato, con tutto ciò che conteneva. Non riceverà altre email al riguardo.

## deletion_scheduled

mail-deletion-scheduled-subject = Il suo account su { $app_name } sarà eliminato
mail-deletion-scheduled-body = Il suo account su { $app_name } sarà eliminato, con tutto ciò che contiene: { $due }.
mail-deletion-scheduled-until = Vuole conservarlo? Acceda prima di allora:

## deletion_cancelled

mail-deletion-cancelled-subject = Il suo account su { $app_name } resta attivo
mail-deletion-cancelled-body = Il suo account su { $app_name } doveva essere eliminato. L’eliminazione è stata annullata: tutto resta com’è.

## export_ready

mail-export-ready-subject = I suoi dati di { $app_name } sono pronti
mail-export-ready-body = I dati che ha chiesto a { $app_name } sono pronti. Acceda per scaricarli.

## invite

mail-invite-subject = Ha ricevuto un invito a { $app_name }
mail-invite-body = Ha ricevuto un invito a iscriversi a { $app_name }.
mail-invite-body-by = { $inviter } le ha inviato un invito a iscriversi a { $app_name }.
mail-invite-action = Accetta l’invito
mail-invite-not-you = Se non sa di che cosa si tratta, può ignorare questa email. Senza di lei non verrà creato nulla.
