### One-time messages at the top of the next page.

notice-registered-confirm = Ci siamo quasi! Le abbiamo inviato un’email con un link. Lo apra per confermare il suo indirizzo.
notice-registered = Il suo account è pronto. Ora può accedere.
notice-email-confirmed = Il suo indirizzo email è confermato.
# The same for everyone: must not tell whether the address is known.
notice-confirmation-sent = Se questo indirizzo deve ancora essere confermato, un’email con un nuovo link è in arrivo. Controlli anche nello spam.
notice-signed-in = Accesso effettuato.
notice-signed-out = Disconnessione effettuata.
# The same for everyone: must not tell whether the address is known.
notice-reset-sent = Se esiste un account con questo indirizzo, un’email con un link è in arrivo. Controlli anche nello spam.
notice-password-reset = La nuova password è stata salvata.
notice-password-changed = La password è stata cambiata. Tutti gli altri dispositivi sono stati disconnessi.
notice-totp-added = La sua app di autenticazione è configurata. D’ora in poi le chiederemo il suo codice quando accede.
notice-totp-renamed = Il nome è stato salvato.
notice-totp-removed = L’app è stata rimossa. I suoi codici non valgono più.
notice-device-forgotten = Il dispositivo non è più attendibile. Vi verrà chiesto di nuovo un codice.
notice-second-factor-required = Questo sito le chiede un secondo passaggio quando accede. Configuri un’app di autenticazione.
notice-second-step-gone = Acceda di nuovo: è passato troppo tempo oppure troppi codici erano sbagliati.
notice-recovery-code-used = { $left ->
    [0] Era il suo ultimo codice di recupero. Ne crei di nuovi.
    [one] Quel codice non può più essere usato. Gliene resta uno.
   *[other] Quel codice non può più essere usato. Gliene restano { $left }.
}
notice-export-asked = Stiamo preparando i suoi dati. Riceverà un’email quando saranno pronti.
notice-deletion-scheduled = È stato disconnesso. Il suo account sta per essere eliminato: { $due }. Fino ad allora può accedere e conservarlo.
notice-account-deleted = Il suo account è stato eliminato.
notice-account-kept = Il suo account resta.
notice-username-changed = Il suo nome utente è ora { $username }.
notice-email-added = Abbiamo inviato un’email con un link a { $address }. Lo apra per confermare questo indirizzo.
notice-email-removed = L’indirizzo { $address } è stato rimosso dal suo account.
notice-primary-email-changed = Le email sul suo account ora arrivano a { $address }.
notice-email-change-undone = L’account è di nuovo suo e tutti i dispositivi sono stati disconnessi. Ora scelga una nuova password.
notice-addresses-doubtful = Confermi ancora una volta gli indirizzi aggiunti negli ultimi giorni e rimuova quelli che non sono suoi.
notice-sign-in-required = Per vedere questa pagina è necessario accedere.
notice-sign-in-again = Per continuare, inserisca di nuovo la password.
notice-not-allowed = Il suo account non può vedere questa pagina.
notice-email-not-confirmed = Prima confermi il suo indirizzo email.
notice-session-revoked = Il browser è stato disconnesso.
notice-sessions-revoked = Tutti gli altri browser sono stati disconnessi.
notice-link-invalid = Questo link non funziona. Forse è incompleto o è stato sostituito da uno più recente.
notice-link-expired = Questo link è scaduto. Ne richieda uno nuovo.
notice-link-used = Questo link è già stato usato.
notice-link-not-here = Questo browser non ha più il link di quella pagina. Apra di nuovo il link nell’e-mail.
notice-profile-saved = Il profilo è stato salvato.
notice-invitation-sent = L’invito a { $address } è in viaggio.
notice-invitation-revoked = L’invito a { $address } non è più valido.
notice-invitation-accepted = Invito accettato.
notice-invitation-required = Per creare un account qui serve un invito.
notice-invitation-invalid = Questo invito non funziona. Forse è incompleto, è stato ritirato o sostituito da uno più recente.
notice-invitation-expired = Questo invito è scaduto. Ne richieda uno nuovo.
notice-invitation-used = Questo invito è già stato usato.
notice-picture-saved = La foto è stata salvata.
notice-picture-removed = La foto è stata rimossa.
