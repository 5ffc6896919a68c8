### The pages of the demo.

demo-home-title = Un site avec des comptes
demo-home-lead = Tout ici est fait avec user-rs. Créez un compte et faites le tour du site.
demo-home-hello = Bonjour { $name }
demo-home-signed-in = Votre session est ouverte.
demo-home-pages = Pages de ce site

demo-members-title = Membres
demo-members-who = Pour toutes les personnes connectées
demo-members-lead = Bienvenue parmi les membres, { $name }.

demo-admin-title = Administration
demo-admin-who = Pour le rôle « admin »
demo-admin-lead = Vous pouvez voir cette page, { $name }, car vous avez le rôle « admin ».

demo-special-title = La page spéciale
demo-special-who = Pour le rôle « secret », avec « sauce » ou « agent »
demo-special-lead = Peu de gens arrivent jusqu’ici, { $name }.

## Fields of the profile.

field-first-name = Prénom
field-last-name = Nom de famille
field-born = Date de naissance
field-drink = Boisson préférée
field-drink-tea = Thé
field-drink-coffee = Café
field-drink-water = Eau
field-motto = Devise
field-newsletter = Recevoir la lettre d’information
