### The pages of the demo.

demo-home-title = Sivusto, jolla on tilejä
demo-home-lead = Kaikki täällä on tehty user-rs:llä. Luo tili ja katsele ympärillesi.
demo-home-hello = Hei { $name }
demo-home-signed-in = Olet kirjautunut sisään.
demo-home-pages = Sivuston sivut

demo-members-title = Jäsenet
demo-members-who = Kaikille kirjautuneille
demo-members-lead = Tervetuloa jäsenten joukkoon, { $name }.

demo-admin-title = Ylläpito
demo-admin-who = Roolille ”admin”
demo-admin-lead = Näet tämän, { $name }, koska sinulla on rooli ”admin”.

demo-special-title = Erikoissivu
demo-special-who = Roolille ”secret” yhdessä roolin ”sauce” tai ”agent” kanssa
demo-special-lead = Harva pääsee näin pitkälle, { $name }.

## Fields of the profile.

field-first-name = Etunimi
field-last-name = Sukunimi
field-born = Syntymäaika
field-drink = Lempijuoma
field-drink-tea = Tee
field-drink-coffee = Kahvi
field-drink-water = Vesi
field-motto = Motto
field-newsletter = Tilaan uutiskirjeen
