### The pages of the demo.

demo-home-title = Eine Website mit Konten
demo-home-lead = Alles hier ist mit user-rs gemacht. Erstellen Sie ein Konto und sehen Sie sich um.
demo-home-hello = Guten Tag { $name }
demo-home-signed-in = Sie sind angemeldet.
demo-home-pages = Seiten dieser Website

demo-members-title = Mitglieder
demo-members-who = Für alle, die angemeldet sind
demo-members-lead = Willkommen unter den Mitgliedern, { $name }.

demo-admin-title = Verwaltung
demo-admin-who = Für die Rolle „admin“
demo-admin-lead = Sie dürfen das sehen, { $name }, denn Sie haben die Rolle „admin“.

demo-special-title = Die besondere Seite
demo-special-who = Für die Rolle „secret“, zusammen mit „sauce“ oder „agent“
demo-special-lead = So weit kommen nur wenige, { $name }.

## Fields of the profile.

field-first-name = Vorname
field-last-name = Nachname
field-born = Geburtsdatum
field-drink = Lieblingsgetränk
field-drink-tea = Tee
field-drink-coffee = Kaffee
field-drink-water = Wasser
field-motto = Motto
field-newsletter = Newsletter erhalten
