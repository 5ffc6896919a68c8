### The pages of the demo.

demo-home-title = Un sito con account
demo-home-lead = Qui è tutto realizzato con user-rs. Crei un account e dia un’occhiata in giro.
demo-home-hello = Buongiorno { $name }
demo-home-signed-in = Accesso effettuato.
demo-home-pages = Pagine di questo sito

demo-members-title = Membri
demo-members-who = Per chiunque abbia effettuato l’accesso
demo-members-lead = Le diamo il benvenuto tra i membri, { $name }.

demo-admin-title = Amministrazione
demo-admin-who = Per il ruolo «admin»
demo-admin-lead = Può vedere questa pagina, { $name }, perché ha il ruolo «admin».

demo-special-title = La pagina speciale
demo-special-who = Per il ruolo «secret», insieme a «sauce» o «agent»
demo-special-lead = Poche persone arrivano fin qui, { $name }.

## Fields of the profile.

field-first-name = Nome
field-last-name = Cognome
field-born = Data di nascita
field-drink = Bevanda preferita
field-drink-tea = Tè
field-drink-coffee = Caffè
field-drink-water = Acqua
field-motto = Motto
field-newsletter = Desidero ricevere la newsletter
