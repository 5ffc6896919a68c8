### Why a value was refused. Each stands beside its field, and after the field's label in the list above the form.

username-required = Compili questo campo.
username-too-short = Usi almeno { $min ->
    [one] un carattere.
   *[other] { $min } caratteri.
}
username-too-long = Usi al massimo { $max ->
    [one] un carattere.
   *[other] { $max } caratteri.
}
username-bad-characters = Usi solo lettere, numeri, punti, trattini e trattini bassi.
username-malformed = Deve iniziare e finire con una lettera o un numero.
username-reserved = Questo nome è riservato al sito. Ne scelga un altro.
username-taken = Questo nome è già in uso. Ne scelga un altro.
# Must not tell which of the two is wrong.
username-bad-credentials = Nome utente o email e password non corrispondono. Li controlli e riprovi.
username-bad-credentials-or-unconfirmed = Nome utente o email e password non corrispondono, oppure l’indirizzo non è ancora confermato. Controlli entrambi, oppure si faccia inviare di nuovo il link.

email-required = Compili questo campo.
email-too-long = Un indirizzo email ha al massimo { $max ->
    [one] un carattere.
   *[other] { $max } caratteri.
}
email-malformed = Inserisca un indirizzo email completo, ad esempio name@example.com.
email-not-ascii = Non possiamo inviare email a indirizzi con accenti o altri alfabeti prima della @. Usi un altro indirizzo.
# Must not tell which of the two is wrong, nor whether the address is known.
email-bad-credentials = Email e password non corrispondono. Le controlli e riprovi.
email-bad-credentials-or-unconfirmed = Email e password non corrispondono, oppure l’indirizzo non è ancora confermato. Controlli entrambe, oppure si faccia inviare di nuovo il link.
email-taken = Questo indirizzo è già nel suo elenco.
email-too-many = Il suo account ha già il numero massimo di indirizzi. Prima ne rimuova uno.
email-same = Questo è già l’indirizzo del suo account.

password-required = Compili questo campo.
password-too-short = Usi almeno { $min ->
    [one] un carattere.
   *[other] { $min } caratteri.
}
password-too-long = È troppo lunga. Usi al massimo { $max ->
    [one] un carattere.
   *[other] { $max } caratteri.
}
password-too-common = È una delle prime password che chiunque proverebbe. Ne scelga un’altra.
password-made-of-identity = Somiglia troppo al suo nome, al suo indirizzo o al nome di questo sito. Ne scelga un’altra.
password-too-simple = Usi almeno una lettera maiuscola, una minuscola e un numero.
password-wrong = Questa non è la password di questo account.

retype-password-required = Compili questo campo.
retype-password-mismatch = Non corrisponde alla password inserita sopra.

old-password-required = Compili questo campo.
old-password-too-long = Qui nessuna password è così lunga. Usi al massimo { $max ->
    [one] un carattere.
   *[other] { $max } caratteri.
}
old-password-wrong = Questa non è la sua password attuale.

recovery-code-required = Compili questo campo.
recovery-code-malformed = Un codice di recupero ha quindici lettere e numeri. Controlli ciò che ha inserito.
# Must not tell which of the two is wrong.
recovery-code-bad-credentials = Questo codice e l’account non corrispondono, oppure il codice è già stato usato. Controlli entrambi.
recovery-code-wrong = Questo non è uno dei suoi codici inutilizzati.

totp-code-required = Compili questo campo.
totp-code-malformed = Un codice ha sei cifre. Controlli quanto ha inserito.
totp-code-wrong = Questo non è il codice che la sua app mostra ora. Inserisca quello attuale.
totp-code-used = Questo codice è già stato usato. Attenda il prossimo.
totp-code-too-many = Ha già il numero massimo di app per un account. Prima ne rimuova una.

label-too-long = Questo nome è troppo lungo. Ne scelga uno più breve.

account-name-required = Inserisca il nome del suo account.
account-name-wrong = Questo non è il nome del suo account.

roles-bad-characters = Usi solo lettere minuscole, numeri, trattini e trattini bassi.
roles-not-yours-to-give = Non può assegnare questo ruolo ad altre persone.

# Fields that a site declares for itself.
profile-required = Compili questo campo.
profile-too-long = Usi al massimo { $max ->
    [one] un carattere.
   *[other] { $max } caratteri.
}
profile-too-short = Usi almeno { $min ->
    [one] un carattere.
   *[other] { $min } caratteri.
}
profile-too-small = Inserisca { $min } o un valore maggiore.
profile-too-large = Inserisca { $max } o un valore minore.
profile-malformed-number = Inserisca un numero.
profile-malformed-whole-number = Inserisca un numero intero.
profile-malformed-date = Inserisca una data, ad esempio 2001-12-31.
profile-too-early = Inserisca { $min } o una data successiva.
profile-too-late = Inserisca { $max } o una data precedente.
profile-not-a-choice = Scelga una delle opzioni.
profile-changed-meanwhile = Questo dato è stato modificato nel frattempo in un’altra finestra. Invii di nuovo il modulo per tenere ciò che è scritto qui.
profile-bad-characters = Tolga i caratteri che non si possono visualizzare.
picture-required = Prima scelga una foto.
picture-too-large = Questo file è troppo grande. Ne scelga uno di { $max ->
    [one] un megabyte al massimo.
   *[other] { $max } megabyte al massimo.
}
picture-too-many-pixels = Questa immagine è troppo grande. Ne scelga una di { $max } × { $max } pixel al massimo.
picture-malformed = Non riusciamo a leggere questo file come immagine. Scelga un file PNG, JPEG, WebP o GIF.

# Refusals of a form as a whole.
form-expired = Questo modulo non è più valido. Lo controlli e lo invii di nuovo.
form-no-cookies = Questo sito ha bisogno dei cookie e il suo browser non ne ha inviato nessuno. Consenta i cookie per questo sito e invii di nuovo il modulo.
form-other-account = Questo modulo è stato compilato da un’altra persona; ora l’accesso è di { $name }. Nulla è stato conservato: lo compili di nuovo.
form-unconfirmed = Prima confermi il suo indirizzo email: apra il link nell’email che le abbiamo inviato.
form-disabled = Questo account è disattivato. Si rivolga a chi gestisce questo sito.

# Stands in for a message that a site forgot to write for a code of its own.
message-missing = Questo valore non è stato accettato ({ $id }).
