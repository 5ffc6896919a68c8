### Why a value was refused. Each stands beside its field, and after the field's label in the list above the form.

username-required = Täytä tämä kohta.
username-too-short = Käytä vähintään { $min ->
    [one] yhtä merkkiä.
   *[other] { $min } merkkiä.
}
username-too-long = Käytä enintään { $max ->
    [one] yhtä merkkiä.
   *[other] { $max } merkkiä.
}
username-bad-characters = Käytä vain kirjaimia, numeroita, pisteitä, yhdysmerkkejä ja alaviivoja.
username-malformed = Aloita ja lopeta kirjaimeen tai numeroon.
username-reserved = Tämä nimi on varattu sivuston omaan käyttöön. Valitse toinen.
username-taken = Tämä nimi on jo käytössä. Valitse toinen.
# Must not tell which of the two is wrong.
username-bad-credentials = Käyttäjätunnus tai sähköposti ja salasana eivät täsmää. Tarkista molemmat ja yritä uudelleen.
username-bad-credentials-or-unconfirmed = Käyttäjätunnus tai sähköposti ja salasana eivät täsmää, tai osoitetta ei ole vielä vahvistettu. Tarkista molemmat tai pyydä linkki uudelleen.

email-required = Täytä tämä kohta.
email-too-long = Sähköpostiosoitteessa on enintään { $max ->
    [one] yksi merkki.
   *[other] { $max } merkkiä.
}
email-malformed = Anna täydellinen sähköpostiosoite, kuten name@example.com.
email-not-ascii = Emme voi lähettää viestejä osoitteisiin, joissa on ääkkösiä, tarkkeita tai muita kirjaimistoja ennen @-merkkiä. Anna toinen osoite.
# Must not tell which of the two is wrong, nor whether the address is known.
email-bad-credentials = Sähköposti ja salasana eivät täsmää. Tarkista molemmat ja yritä uudelleen.
email-bad-credentials-or-unconfirmed = Sähköposti ja salasana eivät täsmää, tai osoitetta ei ole vielä vahvistettu. Tarkista molemmat tai pyydä linkki uudelleen.
email-taken = Tämä osoite on jo luettelossasi.
email-too-many = Tililläsi on jo enimmäismäärä osoitteita. Poista ensin jokin niistä.
email-same = Tämä on jo tilisi osoite.

password-required = Täytä tämä kohta.
password-too-short = Käytä vähintään { $min ->
    [one] yhtä merkkiä.
   *[other] { $min } merkkiä.
}
password-too-long = Tämä on liian pitkä. Käytä enintään { $max ->
    [one] yhtä merkkiä.
   *[other] { $max } merkkiä.
}
password-too-common = Tämä on ensimmäisiä salasanoja, joita kuka tahansa kokeilisi. Valitse toinen.
password-made-of-identity = Tämä muistuttaa liikaa nimeäsi, osoitettasi tai sivuston nimeä. Valitse toinen.
password-too-simple = Käytä vähintään yhtä isoa kirjainta, yhtä pientä kirjainta ja yhtä numeroa.
password-wrong = Tämä ei ole tämän tilin salasana.

retype-password-required = Täytä tämä kohta.
retype-password-mismatch = Tämä ei ole sama kuin yllä oleva salasana.

old-password-required = Täytä tämä kohta.
old-password-too-long = Tämä on pidempi kuin mikään salasana täällä. Käytä enintään { $max ->
    [one] yhtä merkkiä.
   *[other] { $max } merkkiä.
}
old-password-wrong = Tämä ei ole nykyinen salasanasi.

recovery-code-required = Täytä tämä kohta.
recovery-code-malformed = Palautuskoodissa on viisitoista kirjainta ja numeroa. Tarkista, mitä kirjoitit.
# Must not tell which of the two is wrong.
recovery-code-bad-credentials = Tämä koodi ja tili eivät sovi yhteen, tai koodi on jo käytetty. Tarkista molemmat.
recovery-code-wrong = Tämä ei ole mikään käyttämättömistä koodeistasi.

totp-code-required = Täytä tämä kohta.
totp-code-malformed = Koodissa on kuusi numeroa. Tarkista, mitä annoit.
totp-code-wrong = Tämä ei ole koodi, jota sovelluksesi nyt näyttää. Anna nykyinen koodi.
totp-code-used = Tämä koodi on jo käytetty. Odota seuraavaa.
totp-code-too-many = Sinulla on niin monta sovellusta kuin tilillä voi olla. Poista ensin yksi.

label-too-long = Tämä nimi on liian pitkä. Valitse lyhyempi.

account-name-required = Anna tilisi nimi.
account-name-wrong = Tämä ei ole tilisi nimi.

roles-bad-characters = Käytä vain pieniä kirjaimia, numeroita, yhdysmerkkejä ja alaviivoja.
roles-not-yours-to-give = Et voi antaa tätä roolia muille.

# Fields that a site declares for itself.
profile-required = Täytä tämä kohta.
profile-too-long = Käytä enintään { $max ->
    [one] yhtä merkkiä.
   *[other] { $max } merkkiä.
}
profile-too-short = Käytä vähintään { $min ->
    [one] yhtä merkkiä.
   *[other] { $min } merkkiä.
}
profile-too-small = Anna { $min } tai enemmän.
profile-too-large = Anna { $max } tai vähemmän.
profile-malformed-number = Anna luku.
profile-malformed-whole-number = Anna kokonaisluku.
profile-malformed-date = Anna päivämäärä, esimerkiksi 2001-12-31.
profile-too-early = Anna { $min } tai myöhempi päivämäärä.
profile-too-late = Anna { $max } tai aikaisempi päivämäärä.
profile-not-a-choice = Valitse jokin vaihtoehdoista.
profile-changed-meanwhile = Tätä muutettiin sillä välin toisessa ikkunassa. Lähetä lomake uudelleen, jos haluat säilyttää sen, mitä tässä lukee.
profile-bad-characters = Jätä pois merkit, joita ei voi näyttää.
picture-required = Valitse ensin kuva.
picture-too-large = Tiedosto on liian suuri. Valitse enintään { $max ->
    [one] yhden megatavun tiedosto.
   *[other] { $max } megatavun tiedosto.
}
picture-too-many-pixels = Kuva on liian suuri. Valitse kuva, jonka koko on enintään { $max } × { $max } pikseliä.
picture-malformed = Emme pysty lukemaan tiedostoa kuvana. Valitse PNG-, JPEG-, WebP- tai GIF-tiedosto.

# Refusals of a form as a whole.
form-expired = Lomake ei ole enää voimassa. Tarkista se ja lähetä uudelleen.
form-no-cookies = Tämä sivusto tarvitsee evästeitä, eikä selaimesi lähettänyt yhtään. Salli evästeet tälle sivustolle ja lähetä lomake uudelleen.
form-other-account = Lomakkeen täytti joku muu. Nyt kirjautuneena on { $name }. Mitään ei säilytetty: täytä lomake uudelleen.
form-unconfirmed = Vahvista ensin sähköpostiosoitteesi: avaa linkki lähettämästämme viestistä.
form-disabled = Tämä tili on poistettu käytöstä. Kysy sivuston ylläpidosta.

# Stands in for a message that a site forgot to write for a code of its own.
message-missing = Tätä ei hyväksytty ({ $id }).
