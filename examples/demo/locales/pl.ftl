### The pages of the demo.

demo-home-title = Serwis z kontami
demo-home-lead = Wszystko tutaj działa dzięki user-rs. Załóż konto i rozejrzyj się.
demo-home-hello = Dzień dobry, { $name }
demo-home-signed-in = Zalogowano.
demo-home-pages = Strony tego serwisu

demo-members-title = Użytkownicy
demo-members-who = Dla wszystkich zalogowanych
demo-members-lead = Witamy wśród użytkowników, { $name }.

demo-admin-title = Administracja
demo-admin-who = Dla roli „admin”
demo-admin-lead = { $name }, widzisz tę stronę, ponieważ masz rolę „admin”.

demo-special-title = Strona specjalna
demo-special-who = Dla roli „secret” razem z „sauce” lub „agent”
demo-special-lead = Niewiele osób dociera aż tutaj, { $name }.

## Fields of the profile.

field-first-name = Imię
field-last-name = Nazwisko
field-born = Data urodzenia
field-drink = Ulubiony napój
field-drink-tea = Herbata
field-drink-coffee = Kawa
field-drink-water = Woda
field-motto = Motto
field-newsletter = Chcę otrzymywać newsletter
