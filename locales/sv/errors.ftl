### Why a value was refused. Each stands beside its field, and after the field's label in the list above the form.

username-required = Fyll i det här.
username-too-short = Använd minst { $min ->
    [one] ett tecken.
   *[other] { $min } tecken.
}
username-too-long = Använd högst { $max ->
    [one] ett tecken.
   *[other] { $max } tecken.
}
username-bad-characters = Använd bara bokstäver, siffror, punkter, bindestreck och understreck.
username-malformed = Börja och sluta med en bokstav eller siffra.
username-reserved = Det här namnet är reserverat för sajten. Välj ett annat.
username-taken = Någon har redan det här namnet. Välj ett annat.
# Must not tell which of the two is wrong.
username-bad-credentials = Användarnamnet eller e-postadressen och lösenordet stämmer inte. Kontrollera båda och försök igen.
username-bad-credentials-or-unconfirmed = Användarnamnet eller e-postadressen och lösenordet stämmer inte, eller så är adressen inte bekräftad än. Kontrollera båda, eller be om länken igen.

email-required = Fyll i det här.
email-too-long = En e-postadress har högst { $max ->
    [one] ett tecken.
   *[other] { $max } tecken.
}
email-malformed = Ange en fullständig e-postadress, till exempel name@example.com.
email-not-ascii = Vi kan inte skicka e-post till adresser med å, ä, ö, accenter eller andra skriftsystem före @. Ange en annan adress.
# Must not tell which of the two is wrong, nor whether the address is known.
email-bad-credentials = E-postadressen och lösenordet stämmer inte. Kontrollera båda och försök igen.
email-bad-credentials-or-unconfirmed = E-postadressen och lösenordet stämmer inte, eller så är adressen inte bekräftad än. Kontrollera båda, eller be om länken igen.
email-taken = Adressen finns redan i din lista.
email-too-many = Du har så många adresser som ett konto får ha. Ta bort en först.
email-same = Det här är redan kontots adress.

password-required = Fyll i det här.
password-too-short = Använd minst { $min ->
    [one] ett tecken.
   *[other] { $min } tecken.
}
password-too-long = Det här är för långt. Använd högst { $max ->
    [one] ett tecken.
   *[other] { $max } tecken.
}
password-too-common = Det här är ett av de första lösenord som någon skulle prova. Välj ett annat.
password-made-of-identity = Det här är för likt ditt namn, din adress eller sajtens namn. Välj ett annat.
password-too-simple = Använd minst en stor bokstav, en liten bokstav och en siffra.
password-wrong = Det här är inte kontots lösenord.

retype-password-required = Fyll i det här.
retype-password-mismatch = Det här är inte samma lösenord som ovan.

old-password-required = Fyll i det här.
old-password-too-long = Det här är längre än något lösenord här. Använd högst { $max ->
    [one] ett tecken.
   *[other] { $max } tecken.
}
old-password-wrong = Det här är inte ditt nuvarande lösenord.

recovery-code-required = Fyll i det här.
recovery-code-malformed = En återställningskod har femton bokstäver och siffror. Kontrollera det du har skrivit.
# Must not tell which of the two is wrong.
recovery-code-bad-credentials = Koden och kontot hör inte ihop, eller så har koden redan använts. Kontrollera båda.
recovery-code-wrong = Det här är inte någon av dina oanvända koder.

totp-code-required = Fyll i det här.
totp-code-malformed = En kod har sex siffror. Kontrollera det du angav.
totp-code-wrong = Det här är inte koden som appen visar nu. Ange den aktuella.
totp-code-used = Den här koden är redan använd. Vänta på nästa.
totp-code-too-many = Du har så många appar som ett konto kan ha. Ta först bort en.

label-too-long = Namnet är för långt. Välj ett kortare.

account-name-required = Ange namnet på ditt konto.
account-name-wrong = Det här är inte namnet på ditt konto.

roles-bad-characters = Använd bara små bokstäver, siffror, bindestreck och understreck.
roles-not-yours-to-give = Du får inte ge den här rollen till andra.

# Fields that a site declares for itself.
profile-required = Fyll i det här.
profile-too-long = Använd högst { $max ->
    [one] ett tecken.
   *[other] { $max } tecken.
}
profile-too-short = Använd minst { $min ->
    [one] ett tecken.
   *[other] { $min } tecken.
}
profile-too-small = Ange { $min } eller mer.
profile-too-large = Ange { $max } eller mindre.
profile-malformed-number = Ange ett tal.
profile-malformed-whole-number = Ange ett heltal.
profile-malformed-date = Ange ett datum, till exempel 2001-12-31.
profile-too-early = Ange { $min } eller ett senare datum.
profile-too-late = Ange { $max } eller ett tidigare datum.
profile-not-a-choice = Välj ett av alternativen.
profile-changed-meanwhile = Det här har ändrats i ett annat fönster under tiden. Skicka formuläret igen för att behålla det som står här.
profile-bad-characters = Ta bort tecken som inte kan visas.
picture-required = Välj en bild först.
picture-too-large = Filen är för stor. Välj en på högst { $max ->
    [one] en megabyte.
   *[other] { $max } megabyte.
}
picture-too-many-pixels = Bilden är för stor. Välj en på högst { $max } × { $max } pixlar.
picture-malformed = Vi kan inte läsa filen som en bild. Välj en fil i formatet PNG, JPEG, WebP eller GIF.

# Refusals of a form as a whole.
form-expired = Formuläret gäller inte längre. Kontrollera det och skicka igen.
form-no-cookies = Sajten behöver kakor, men din webbläsare skickade inga. Tillåt kakor för sajten och skicka formuläret igen.
form-other-account = Formuläret fylldes i av någon annan. Nu är { $name } inloggad. Inget sparades: fyll i det på nytt.
form-unconfirmed = Bekräfta din e-postadress först: öppna länken i mejlet som vi har skickat.
form-disabled = Kontot är avstängt. Fråga dem som sköter sajten.

# Stands in for a message that a site forgot to write for a code of its own.
message-missing = Det här godtogs inte ({ $id }).
