### The pages of the demo.

demo-home-title = Web s účtami
demo-home-lead = Všetko tu funguje vďaka user-rs. Vytvorte si účet a poobzerajte sa.
demo-home-hello = Dobrý deň, { $name }
demo-home-signed-in = Ste vo svojom účte.
demo-home-pages = Stránky tohto webu

demo-members-title = Členovia
demo-members-who = Pre všetkých prihlásených
demo-members-lead = Vitajte medzi členmi, { $name }.

demo-admin-title = Správa
demo-admin-who = Pre rolu „admin“
demo-admin-lead = { $name }, túto stránku vidíte, pretože máte rolu „admin“.

demo-special-title = Špeciálna stránka
demo-special-who = Pre rolu „secret“ spolu so „sauce“ alebo „agent“
demo-special-lead = Len málokto sa dostane až sem, { $name }.

## Fields of the profile.

field-first-name = Meno
field-last-name = Priezvisko
field-born = Dátum narodenia
field-drink = Obľúbený nápoj
field-drink-tea = Čaj
field-drink-coffee = Káva
field-drink-water = Voda
field-motto = Motto
field-newsletter = Chcem dostávať newsletter
