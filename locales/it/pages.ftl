### The words of the pages. Messages are plain text: no HTML, no entities.

## Every page

# $title is what the page is about, $app_name the name of the site.
page-title = { $title } – { $app_name }
page-title-faulty = Errore: { $title } – { $app_name }
skip-to-content = Vai al contenuto
nav-account = Il suo account
nav-sign-in = Accedi
nav-register = Registrati
development = Sviluppo
development-mailbox = Nessuna email esce da questo computer.
# The form at the foot of the page: a list of languages, and a button.
languages-label = Lingua
languages-submit = Cambia

link-home = Vai alla pagina iniziale
link-sign-in = Accedi
link-register = Crea un account
link-forgot-password = Password dimenticata?
link-resend-confirm-email = Email di conferma non ricevuta?
link-use-recovery-code = Usa un codice di recupero
link-profile = Vai al profilo
link-mailbox = Apri la casella di posta
link-back = Indietro
link-back-to-sign-in = Torna all’accesso
link-back-to-profile = Torna al profilo
link-back-to-mailbox = Tutte le email

## Fields

form-problems = C’è un problema

field-username = Nome utente
field-username-or-email = Nome utente o indirizzo email
field-email = Indirizzo email
field-new-email = Nuovo indirizzo email
field-password = Password
field-retype-password = Ripeti la password
field-old-password = Password attuale
field-new-password = Nuova password
field-new-username = Nuovo nome utente
field-recovery-code = Codice di recupero
field-totp-code = Codice della sua app
field-label = Nome dell’app o del dispositivo
field-trust-device = Non chiedere più un codice su questo dispositivo
field-account-name = Nome del suo account
field-remember-me = Mantieni l’accesso su questo dispositivo
field-language = Lingua
# The first option: the language that the browser asks for.
field-language-automatic = La lingua del browser
field-time-zone = Fuso orario
# The first option: no time zone chosen, times are shown in UTC.
field-time-zone-none = UTC
field-picture = Foto
# The empty first option of a list.
field-choose = Scegli…
# Stands after the label of a field that may stay empty.
field-optional = (facoltativo)
hint-picture = PNG, JPEG, WebP o GIF, al massimo { $megabytes ->
    [one] un megabyte
   *[other] { $megabytes } megabyte
} e { $pixels } × { $pixels } pixel.
field-roles = Ruoli
field-role = Ruolo: { $role }

hint-username = Da { $min } a { $max } lettere, numeri, punti, trattini o trattini bassi.
hint-password = Almeno { $min ->
    [one] un carattere.
   *[other] { $min } caratteri.
} Alcune parole senza legame tra loro sono sicure e facili da ricordare.
hint-recovery-code = Quindici lettere e numeri. Spazi e trattini non contano.
hint-totp-code = Sei cifre, mostrate dalla sua app di autenticazione.
hint-label = Per distinguere i suoi dispositivi, ad esempio «Il mio telefono».
hint-trust-device = Giorni: { $days }. Lo scelga solo su un dispositivo che nessun altro usa.
hint-account-name = Scriva { $name } per confermare.

strength-very-weak = Sicurezza: molto debole
strength-weak = Sicurezza: debole
strength-fair = Sicurezza: discreta
strength-good = Sicurezza: buona
strength-strong = Sicurezza: ottima

## Forms

register-title = Crea un account
register-lead = Le diamo il benvenuto su { $app_name }.
register-submit = Crea account
register-elsewhere = Ha già un account?

sign-in-or-register-title = Accedi o crea un account

# After the password was asked for again: what was posted before is sent by a button.
continue-title = Continua
continue-lead = La password è confermata e ciò che ha inviato prima è ancora qui. Prema il pulsante per inviarlo.
continue-submit = Continua

sign-in-title = Accedi
sign-in-submit = Accedi
sign-in-elsewhere = Non ha ancora un account?

sign-out-title = Esci
sign-out-lead = Vuole uscire da { $app_name } su questo dispositivo?
sign-out-submit = Esci

confirm-email-title = Conferma l’indirizzo email
confirm-email-lead = Basta premere il pulsante e l’indirizzo sarà confermato.
confirm-email-lead-password = Questo indirizzo apparterrà all’account qui sotto. Inserisca la sua password, così nessun altro può prendere il suo indirizzo.
confirm-email-lead-new-password = Questo account è stato registrato con il suo indirizzo, forse da lei in un altro browser. Inserisca la password scelta allora. Se non la conosce, ne imposti una nuova: sostituisce l’altra e disconnette tutti gli altri.
confirm-email-registered = Registrato
confirm-email-browser = Browser
confirm-email-submit = Conferma indirizzo email

resend-confirm-email-title = Richiedi una nuova email di conferma
resend-confirm-email-lead = Inserisca l’indirizzo usato per la registrazione. Se deve ancora essere confermato, le invieremo un nuovo link.
resend-confirm-email-submit = Invia l’email

forgot-password-title = Password dimenticata?
forgot-password-lead = Inserisca il suo indirizzo email. Se esiste un account associato, le invieremo un link per scegliere una nuova password.
forgot-password-submit = Invia il link

reset-password-title = Scegli una nuova password
reset-password-lead = Tutti i dispositivi verranno disconnessi e potrà accedere con la nuova password.
reset-password-submit = Salva nuova password

change-password-title = Cambia la password
change-password-lead = Qui l’accesso resta attivo. Tutti gli altri dispositivi verranno disconnessi.
change-password-submit = Cambia password

recovery-codes-title = Codici di recupero
recovery-codes-lead = Con un codice di recupero può accedere al suo account quando non ha né la password né l’accesso alla sua email. Ogni codice vale una volta sola.
recovery-codes-left = { $left ->
    [0] Non ha codici di recupero.
    [one] Ha ancora un codice inutilizzato.
   *[other] Ha ancora { $left } codici inutilizzati.
}
# Stands above the button that makes new codes, where there are some.
recovery-codes-replaced = I nuovi codici sostituiscono quelli che ha. Per qualche tempo i vecchi le permettono ancora di recuperare l’account.
recovery-codes-earlier = I suoi codici precedenti le permettono ancora di recuperare l’account fino al { $until }.
# Codes under a secret of the site that it does not know any more.
recovery-codes-lost = I codici creati in precedenza non funzionano più, perché questo sito ha cambiato la sua chiave. Ne crei di nuovi.
recovery-codes-submit = Crea nuovi codici
recovery-codes-new-title = Salva i codici di recupero
recovery-codes-new-lead = Li stampi o li annoti e li conservi dove solo lei può trovarli. Questa pagina li mostra una volta sola.
recovery-codes-saved = Ho salvato i miei codici

use-recovery-code-title = Usa un codice di recupero
use-recovery-code-lead = Inserisca uno dei suoi codici di recupero e scelga una nuova password. Tutti gli altri dispositivi verranno disconnessi.
# The same page for somebody who is signed in and must show that it is them.
use-recovery-code-lead-proof = Inserisca uno dei suoi codici di recupero al posto della password. Il codice non potrà essere usato di nuovo.
use-recovery-code-submit = Salva nuova password
use-recovery-code-submit-proof = Continua

second-step-title = Inserisca il codice
second-step-lead = Apra la sua app di autenticazione e inserisca il codice mostrato.
second-step-lead-recovery = Inserisca uno dei suoi codici di recupero. Non potrà essere usato di nuovo.
second-step-submit = Accedi
second-step-other-recovery = Usa invece un codice di recupero
second-step-other-app = Usa invece l’app di autenticazione

authenticator-apps-title = App di autenticazione
authenticator-apps-lead = Un’app di autenticazione mostra un nuovo codice ogni 30 secondi. Lo inserisce quando accede: così la sola password non basta.
authenticator-apps-none = Non ha ancora configurato nessuna app.
authenticator-apps-unnamed = App di autenticazione
authenticator-apps-created = Configurata
authenticator-apps-last-used = Ultimo utilizzo
authenticator-apps-rename = Salva il nome
authenticator-apps-remove = Rimuovi
authenticator-apps-submit = Configura un’app
trusted-devices-title = Dispositivi attendibili
trusted-devices-lead = Su questi dispositivi per accedere basta la password.
trusted-devices-until = Fino al
trusted-devices-forget = Chiedi di nuovo un codice
set-up-totp-title = Configuri la sua app
set-up-totp-lead = Scansioni questa immagine con la sua app di autenticazione. Poi inserisca il codice mostrato.
set-up-totp-qr = Codice QR per la sua app di autenticazione
set-up-totp-open = Apri un’app su questo dispositivo
set-up-totp-key = Non può scansionarla? Digiti questa chiave nella sua app:
set-up-totp-submit = Completa la configurazione

export-data-title = I suoi dati
export-data-lead = Scarichi ciò che questo sito conserva su di lei: account, profilo, dispositivi e attività recente. Le password e gli altri segreti non sono inclusi.
export-data-submit = Prepara i miei dati
export-data-underway = Stiamo preparando i suoi dati. Riceverà un’email quando saranno pronti.
# On the page and in the mail.
export-data-ready = Può scaricarli fino a questo momento: { $until }.
export-data-zip = Tutto, con la sua foto (ZIP)
export-data-json = Solo i dati (JSON)

delete-account-title = Elimina il suo account
delete-account-lead = L’account viene eliminato con tutto ciò che contiene: profilo, indirizzi email, foto e accessi. Non si può recuperare.
delete-account-due = Verrà disconnesso ovunque. L’account sarà eliminato in questo momento: { $due }. Fino ad allora può accedere e conservarlo.
delete-account-at-once = L’account viene eliminato subito.
delete-account-submit = Elimina account

keep-account-title = Vuole conservare il suo account?
keep-account-lead = Il suo account sta per essere eliminato, con tutto ciò che contiene: { $due }.
keep-account-submit = Conserva account
# Goes on without deciding.
keep-account-elsewhere = Non ora

change-username-title = Cambia il nome utente
change-username-lead = Confermi la modifica con la sua password.
change-username-submit = Cambia nome utente
edit-profile-title = Modifica il profilo
edit-profile-submit = Salva
picture-title = La sua foto
picture-lead = Viene mostrata accanto al suo nome. La ritagliamo in forma quadrata e rimuoviamo ogni altra informazione contenuta nel file, come il luogo dello scatto.
picture-submit = Salva foto
picture-remove = Rimuovi foto
# Read aloud in place of somebody's picture.
picture-of = Foto di { $name }

change-email-title = Cambia l’indirizzo email
change-email-lead = Invieremo un link al nuovo indirizzo. Finché non lo aprirà, l’account manterrà l’indirizzo attuale, { $address }.
change-email-submit = Invia il link

undo-email-change-title = Riprenda il suo account
undo-email-change-lead = Basta premere il pulsante e il suo account userà di nuovo { $address }. La password attuale non varrà più, tutti i dispositivi verranno disconnessi e gli indirizzi aggiunti di recente saranno rimossi. Poi sceglierà una nuova password.
undo-email-change-submit = Non ero io

## Email addresses

manage-emails-title = I suoi indirizzi email
manage-emails-lead = Le email sul suo account arrivano all’indirizzo principale. Può accedere con qualsiasi indirizzo confermato.
email-make-primary = Rendi principale
email-delete = Rimuovi
email-send-confirmation = Invia email di conferma
add-email-title = Aggiungi un indirizzo
add-email-lead = Invieremo a questo indirizzo un link per confermare che è suo.
add-email-submit = Aggiungi indirizzo

## Invitations

invite-title = Invita qualcuno
invite-lead = Invieremo per email un invito a iscriversi a { $app_name }.
invite-submit = Invia l’invito
invitations-title = I suoi inviti
invitations-empty = Non ha ancora invitato nessuno.
invitation-sent = Inviato
invitation-open = Valido fino al { $date }
invitation-accepted = Accettato
invitation-expired = Scaduto
invitation-revoked = Ritirato
invitation-resend = Invia di nuovo
invitation-revoke = Ritira
accept-invitation-title = Ha ricevuto un invito
accept-invitation-lead = Ha ricevuto un invito a iscriversi a { $app_name } con l’indirizzo { $address }.
accept-invitation-lead-by = { $inviter } le ha inviato un invito a iscriversi a { $app_name } con l’indirizzo { $address }.
accept-invitation-signed-in = Ha effettuato l’accesso come { $name }.
accept-invitation-has-account = Esiste già un suo account con questo indirizzo. Acceda per accettare l’invito.
accept-invitation-other-account = L’invito non è destinato a { $name }. Se è suo, esca prima da questo account.
accept-invitation-submit = Accetta l’invito
register-invited-lead = Ha ricevuto un invito a iscriversi a { $app_name }.

## The profile

profile-title = Il suo profilo
profile-account = Account
profile-emails = Email
profile-roles = Ruoli
profile-member-since = Data di iscrizione
profile-manage-emails = Aggiungere, rimuovere o confermare indirizzi e scegliere dove ricevere le email.
profile-change-email = Usare un altro indirizzo per l’account.
profile-about = Su di lei
profile-no-value = Non indicato
profile-yes = Sì
profile-no = No
profile-edit = Modificare ciò che viene mostrato qui.
profile-picture = Mostrare una foto accanto al nome.
profile-change-username = Scegliere il nome con cui farsi conoscere.
profile-change-password = Sceglierne un’altra e disconnettere tutti gli altri dispositivi.
profile-recovery-codes = Rientrare nell’account anche dopo aver perso password ed email.
profile-authenticator-apps = Chieda un codice dal suo telefono quando accede.
profile-sessions = Vedere i propri dispositivi e disconnettere quelli sconosciuti.
profile-invite = Inviare un invito per email.
profile-export-data = Scaricare ciò che questo sito conserva su di lei.
profile-delete-account = Eliminare l’account con tutto ciò che contiene.
email-primary = Principale
email-confirmed = Confermato
email-unconfirmed = Non confermato

## Where you are signed in

sessions-title = Dove è attivo l’accesso
sessions-lead = Questi browser hanno accesso al suo account. Se non ne riconosce uno, lo disconnetta e cambi la password.
session-current = Questo browser
# Such as "Firefox on Linux".
browser-on = { $browser } su { $system }
session-unknown-browser = Browser sconosciuto
session-created = Accesso
session-last-seen = Ultima attività
session-revoke = Disconnetti
sessions-revoke-others = Disconnetti tutti gli altri

## The development mailbox

mailbox-title = Casella di posta
mailbox-lead = Tutte le email di questo sito di sviluppo finiscono qui.
mailbox-empty = Ancora nessuna email.
mailbox-from = Da
mailbox-to = A
mailbox-date = Data
mailbox-faces = Visualizzazioni di questa email
mailbox-face-text = Testo
mailbox-face-html = HTML
mailbox-face-source = Sorgente
mailbox-links = Link in questa email

## Problems

# $seconds is how long to wait, 0 when unknown; $minutes is the same, 0 when it is better told in seconds.
problem-bad-request-title = Richiesta non comprensibile
problem-bad-request-advice = Qualcosa nella richiesta non andava. Torni indietro e riprovi.
problem-unauthenticated-title = È necessario accedere
problem-unauthenticated-advice = Questa pagina è riservata a chi ha effettuato l’accesso.
problem-sign-in-again-title = Inserisca di nuovo la password
problem-sign-in-again-advice = Per questo la password deve essere stata inserita da poco. Acceda di nuovo e poi riprovi.
problem-forbidden-title = Pagina non accessibile
problem-forbidden-advice = Il suo account non può vedere questa pagina. Se pensa che sia un errore, si rivolga a chi gestisce questo sito.
problem-csrf-title = Questo modulo non è più valido
problem-csrf-advice = Per la sua sicurezza, un modulo vale per un tempo limitato e solo nel browser in cui è stato aperto. Torni indietro, ricarichi la pagina e lo invii di nuovo.
problem-cookies-title = Questo sito ha bisogno dei cookie
problem-cookies-advice = Il suo browser non ne ha inviato nessuno, quindi non possiamo sapere se il modulo viene da lei. Consenta i cookie per questo sito nelle impostazioni del browser, ricarichi la pagina e invii di nuovo il modulo.
problem-link-cookies-title = Questo sito ha bisogno dei cookie
problem-link-cookies-advice = Il suo browser non ne ha inviato nessuno, quindi questa pagina non sa a quale link si riferisce. Consenta i cookie per questo sito nelle impostazioni del browser, poi apra di nuovo il link nell’e-mail.
problem-not-found-title = Qui non c’è nulla
problem-not-found-advice = Forse l’indirizzo contiene un errore di battitura o la pagina è stata spostata.
problem-method-not-allowed-title = Qui non è possibile
problem-method-not-allowed-advice = Questa pagina non si può usare in questo modo. Torni indietro e riprovi.
problem-too-large-title = Invio troppo grande
problem-too-large-advice = Quanto inviato supera la dimensione consentita. Lo riduca e riprovi.
problem-unsupported-media-type-title = Formato non leggibile
problem-unsupported-media-type-advice = Quanto inviato è in un formato che qui non accettiamo.
problem-invalid-title = Alcuni dati non sono corretti
problem-invalid-advice = Torni indietro e controlli i dati inseriti.
problem-too-many-requests-title = Troppi tentativi
problem-too-many-requests-advice = { $minutes ->
    [0] { $seconds ->
        [0] Attenda un po’ e riprovi.
        [one] Attenda un secondo e riprovi.
       *[other] Attenda { $seconds } secondi e riprovi.
    }
    [one] Attenda un minuto e riprovi.
   *[other] Attenda { $minutes } minuti e riprovi.
}
problem-internal-title = Qualcosa è andato storto
problem-internal-advice = L’errore è nostro, non suo, ed è stato registrato. Riprovi più tardi.
problem-unavailable-title = Il sito è sovraccarico
problem-unavailable-advice = { $minutes ->
    [0] { $seconds ->
        [0] Riprovi tra un momento.
        [one] Riprovi tra un secondo.
       *[other] Riprovi tra { $seconds } secondi.
    }
    [one] Riprovi tra un minuto.
   *[other] Riprovi tra { $minutes } minuti.
}

## The menu of the account pages

menu-you = Lei
menu-security = Sicurezza
menu-settings = Impostazioni dell’account
menu-where = Tutte le impostazioni. Si trova qui:
menu-profile = Profilo
menu-edit-profile = Dati personali
menu-picture = Foto
menu-manage-emails = Indirizzi email
menu-change-email = Indirizzo email
menu-change-username = Nome utente
menu-change-password = Password
menu-recovery-codes = Codici di recupero
menu-authenticator-apps = App di autenticazione
menu-sessions = I suoi dispositivi
menu-invite = Inviti
menu-export-data = I suoi dati
menu-delete-account = Elimina account
profile-change = Modifica
profile-change-picture = Cambia foto

## Coming in

sign-in-to = Accedi a { $app_name }
password-show = Mostra password
check-email-title = Controlli la sua email
check-email-lead = Abbiamo inviato un’email a { $address }. Apra il link che contiene per continuare.
check-email-lead-resend = Se { $address } è ancora da confermare, un’email con un nuovo link è in arrivo.
check-email-lead-reset = Se esiste un account con { $address }, un’email con un link è in arrivo.
check-email-hint = Non è arrivato nulla? Guardi nello spam, oppure la faccia inviare di nuovo.
check-email-submit = Invia di nuovo
check-email-other = Usa un altro indirizzo
confirm-identity-title = Confermi che è lei
confirm-identity-lead = Sta per cambiare qualcosa che protegge il suo account. Inserisca la password per continuare.
confirm-identity-submit = Conferma
confirm-identity-cancel = Annulla e torna indietro

## The foot of the page

footer-help = Aiuto
footer-privacy = Privacy
footer-terms = Condizioni
footer-support = Contatta l’assistenza
problem-reference = Riferimento: { $reference }
