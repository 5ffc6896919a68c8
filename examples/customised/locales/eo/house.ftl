### Esperanto, begun. What is not here is said in English.

skip-to-content = Salti al la enhavo
nav-sign-in = Ensaluti
nav-register = Registriĝi
nav-profile = Via profilo:
link-sign-in = Ensaluti
link-register = Krei konton
link-forgot-password = Ĉu vi forgesis vian pasvorton?
field-username = Uzantnomo
field-username-or-email = Uzantnomo aŭ retpoŝtadreso
field-email = Retpoŝtadreso
field-password = Pasvorto
field-retype-password = Pasvorto denove
form-problems = Estas problemo
sign-in-title = Bonvenon
sign-in-submit = Malfermi la pordon
sign-in-elsewhere = Ĉu vi estas nova ĉi tie?
sign-out-submit = Elsaluti
register-title = Kreu vian konton
register-submit = Krei konton
username-required = Bonvolu plenigi ĉi tion.
username-bad-credentials = Ĉi tio kaj la pasvorto ne kongruas. Bonvolu kontroli ambaŭ.
password-required = Bonvolu plenigi ĉi tion.

username-looks-like-staff = Ĉi tio sonas kiel unu el ni. Bonvolu elekti vian propran nomon.
email-throwaway = Ĉi tiu adreso estas por unufoja uzo. Bonvolu uzi adreson, kies poŝton vi legas.
email-not-a-colleague = Nur kolegoj registriĝas mem. Bonvolu peti inviton de kolego.
password-house-word = Ĉi tio enhavas vorton, kiu ĉi tie pendas sur ĉiu muro. Bonvolu elekti ion neatenditan.
profile-not-a-phone-number = Bonvolu enigi telefonnumeron: ciferojn kaj spacetojn, se vi volas kun plus-signo antaŭe.
profile-for-delivery = Bonvolu lasi telefonnumeron, por ke la portanto de via teo povu voki.

field-delivery = Portu mian teon al la pordo
field-phone = Telefono

house-footer = Domo de Teo. Ekde 1823.
house-today = Teo de la tago: { $tea }, { $minutes ->
    [one] unu minuto.
   *[other] { $minutes } minutoj.
}
house-home-title = Domo por tiuj, kiuj ŝatas trankvilon
house-home-hello = Bonvenon denove, { $name }
house-home-lead = Sidiĝu. Ĉi tie oni petas nenion krom via nomo kaj adreso.
house-office-title = La oficejo
house-office-lead = La akvo bolas, { $name }.
house-sign-in-lead = Estas bone revidi vin.
house-mail-first-pot = Via unua kruĉo estas donaco de la domo, tuj kiam ni scios, ke ĉi tiu adreso estas via.
