### De pagina’s van de demo.

demo-home-title = Een site met accounts
demo-home-lead = Alles hier is gemaakt met user-rs. Maak een account aan en kijk rond.
demo-home-hello = Hallo { $name }
demo-home-signed-in = U bent ingelogd.
demo-home-pages = Pagina’s van deze site

demo-members-title = Leden
demo-members-who = Voor iedereen die is ingelogd
demo-members-lead = Welkom bij de leden, { $name }.

demo-admin-title = Beheer
demo-admin-who = Voor de rol “admin”
demo-admin-lead = U mag dit zien, { $name }, want u hebt de rol “admin”.

demo-special-title = De bijzondere pagina
demo-special-who = Voor de rol “secret”, samen met “sauce” of “agent”
demo-special-lead = Weinig mensen komen zo ver, { $name }.

## Velden van het profiel.

field-first-name = Voornaam
field-last-name = Achternaam
field-born = Geboortedatum
field-drink = Lievelingsdrank
field-drink-tea = Thee
field-drink-coffee = Koffie
field-drink-water = Water
field-motto = Motto
field-newsletter = Stuur mij de nieuwsbrief
