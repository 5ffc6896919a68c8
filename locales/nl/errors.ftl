### Why a value was refused. Each stands beside its field, and after the field's label in the list above the form.

username-required = Vul dit in.
username-too-short = Gebruik minstens { $min ->
    [one] één teken.
   *[other] { $min } tekens.
}
username-too-long = Gebruik hoogstens { $max ->
    [one] één teken.
   *[other] { $max } tekens.
}
username-bad-characters = Gebruik alleen letters, cijfers, punten, koppeltekens en onderstrepingstekens.
username-malformed = Begin en eindig met een letter of een cijfer.
username-reserved = Deze naam is voor de site zelf. Kies een andere.
username-taken = Iemand heeft deze naam al. Kies een andere.
# Must not tell which of the two is wrong.
username-bad-credentials = Gebruikersnaam of e-mailadres en wachtwoord kloppen niet. Controleer beide en probeer het opnieuw.
username-bad-credentials-or-unconfirmed = Gebruikersnaam of e-mailadres en wachtwoord kloppen niet, of het adres is nog niet bevestigd. Controleer beide, of laat de link opnieuw sturen.

email-required = Vul dit in.
email-too-long = Een e-mailadres heeft hoogstens { $max ->
    [one] één teken.
   *[other] { $max } tekens.
}
email-malformed = Vul een volledig e-mailadres in, zoals naam@example.com.
email-not-ascii = Naar adressen met accenten of een ander schrift vóór de @ kunnen we geen mail sturen. Gebruik een ander adres.
# Must not tell which of the two is wrong, nor whether the address is known.
email-bad-credentials = E-mailadres en wachtwoord kloppen niet. Controleer beide en probeer het opnieuw.
email-bad-credentials-or-unconfirmed = E-mailadres en wachtwoord kloppen niet, of het adres is nog niet bevestigd. Controleer beide, of laat de link opnieuw sturen.
email-taken = Dit adres staat al in uw lijst.
email-too-many = U hebt het grootste aantal adressen dat een account mag hebben. Verwijder er eerst een.
email-same = Dit is al het adres van uw account.

password-required = Vul dit in.
password-too-short = Gebruik minstens { $min ->
    [one] één teken.
   *[other] { $min } tekens.
}
password-too-long = Dit is te lang. Gebruik hoogstens { $max ->
    [one] één teken.
   *[other] { $max } tekens.
}
password-too-common = Dit is een van de eerste wachtwoorden die iedereen zou proberen. Kies een ander.
password-made-of-identity = Dit lijkt te veel op uw naam, uw adres of de naam van deze site. Kies een ander.
password-too-simple = Gebruik minstens één hoofdletter, één kleine letter en één cijfer.
password-wrong = Dit is niet het wachtwoord van dit account.

retype-password-required = Vul dit in.
retype-password-mismatch = Dit is niet hetzelfde als het wachtwoord hierboven.

old-password-required = Vul dit in.
old-password-too-long = Dit is langer dan welk wachtwoord ook hier. Gebruik hoogstens { $max ->
    [one] één teken.
   *[other] { $max } tekens.
}
old-password-wrong = Dit is niet uw huidige wachtwoord.

recovery-code-required = Vul dit in.
recovery-code-malformed = Een herstelcode heeft vijftien letters en cijfers. Controleer wat u hebt ingevuld.
# Must not tell which of the two is wrong.
recovery-code-bad-credentials = Deze code en het account horen niet bij elkaar, of de code is al gebruikt. Controleer beide.
recovery-code-wrong = Dit is geen van uw ongebruikte codes.

totp-code-required = Vul dit in.
totp-code-malformed = Een code heeft zes cijfers. Controleer wat u hebt ingevuld.
totp-code-wrong = Dit is niet de code die uw app nu toont. Vul de huidige in.
totp-code-used = Deze code is al gebruikt. Wacht op de volgende.
totp-code-too-many = U hebt zoveel apps als een account mag hebben. Verwijder er eerst een.

label-too-long = Deze naam is te lang. Kies een kortere.

account-name-required = Vul de naam van uw account in.
account-name-wrong = Dit is niet de naam van uw account.

roles-bad-characters = Gebruik alleen kleine letters, cijfers, koppeltekens en onderstrepingstekens.
roles-not-yours-to-give = U mag deze rol niet aan anderen geven.

# Fields that a site declares for itself.
profile-required = Vul dit in.
profile-too-long = Gebruik hoogstens { $max ->
    [one] één teken.
   *[other] { $max } tekens.
}
profile-too-short = Gebruik minstens { $min ->
    [one] één teken.
   *[other] { $min } tekens.
}
profile-too-small = Vul { $min } of meer in.
profile-too-large = Vul { $max } of minder in.
profile-malformed-number = Vul een getal in.
profile-malformed-whole-number = Vul een heel getal in.
profile-malformed-date = Vul een datum in, zoals 2001-12-31.
profile-too-early = Vul { $min } of een latere datum in.
profile-too-late = Vul { $max } of een eerdere datum in.
profile-not-a-choice = Kies een van de mogelijkheden.
profile-changed-meanwhile = Dit is intussen in een ander venster gewijzigd. Verstuur het formulier nog eens om te houden wat hier staat.
profile-bad-characters = Gebruik geen tekens die niet te tonen zijn.
picture-required = Kies eerst een foto.
picture-too-large = Dit bestand is te groot. Kies er een van hoogstens { $max ->
    [one] één megabyte.
   *[other] { $max } megabytes.
}
picture-too-many-pixels = Deze foto is te groot. Kies er een van hoogstens { $max } bij { $max } pixels.
picture-malformed = Wij kunnen dit bestand niet als foto lezen. Kies een PNG-, JPEG-, WebP- of GIF-bestand.

# Refusals of a form as a whole.
form-expired = Dit formulier is niet meer geldig. Controleer het en verstuur het nog eens.
form-no-cookies = Deze site heeft cookies nodig en uw browser heeft er geen gestuurd. Sta cookies toe voor deze site en verstuur het formulier nog eens.
form-other-account = Dit formulier is door iemand anders ingevuld; nu is { $name } ingelogd. Er is niets van bewaard: vul het opnieuw in.
form-unconfirmed = Bevestig eerst uw e-mailadres: open de link in de mail die wij u hebben gestuurd.
form-disabled = Dit account is uitgeschakeld. Vraag het aan de beheerders van deze site.

# Stands in for a message that a site forgot to write for a code of its own.
message-missing = Dit is niet aangenomen ({ $id }).
