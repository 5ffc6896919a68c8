### The pages of the demo.

demo-home-title = A site with accounts
demo-home-lead = Everything here is made with user-rs. Create an account and look around.
demo-home-hello = Hello { $name }
demo-home-signed-in = You are signed in.
demo-home-pages = Pages of this site

demo-members-title = Members
demo-members-who = For everybody who is signed in
demo-members-lead = Welcome among the members, { $name }.

demo-admin-title = Administration
demo-admin-who = For the role “admin”
demo-admin-lead = You may see this, { $name }, because you have the role “admin”.

demo-special-title = The special page
demo-special-who = For the role “secret”, together with “sauce” or “agent”
demo-special-lead = Few people get this far, { $name }.

## Fields of the profile.

field-first-name = First name
field-last-name = Last name
field-born = Date of birth
field-drink = Favourite drink
field-drink-tea = Tea
field-drink-coffee = Coffee
field-drink-water = Water
field-motto = Motto
field-newsletter = Send me the newsletter
