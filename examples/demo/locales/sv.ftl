### The pages of the demo.

demo-home-title = En sajt med konton
demo-home-lead = Allt här är gjort med user-rs. Skapa ett konto och se dig omkring.
demo-home-hello = Hej { $name }
demo-home-signed-in = Du är inloggad.
demo-home-pages = Sajtens sidor

demo-members-title = Medlemmar
demo-members-who = För alla som är inloggade
demo-members-lead = Välkommen bland medlemmarna, { $name }.

demo-admin-title = Administration
demo-admin-who = För rollen ”admin”
demo-admin-lead = Du får se det här, { $name }, eftersom du har rollen ”admin”.

demo-special-title = Den särskilda sidan
demo-special-who = För rollen ”secret” tillsammans med ”sauce” eller ”agent”
demo-special-lead = Det är få som kommer så här långt, { $name }.

## Fields of the profile.

field-first-name = Förnamn
field-last-name = Efternamn
field-born = Födelsedatum
field-drink = Favoritdryck
field-drink-tea = Te
field-drink-coffee = Kaffe
field-drink-water = Vatten
field-motto = Motto
field-newsletter = Ja tack till nyhetsbrevet
