### The pages of the demo.

demo-home-title = Un sitio con cuentas
demo-home-lead = Aquí todo está hecho con user-rs. Cree una cuenta y eche un vistazo.
demo-home-hello = Hola, { $name }
demo-home-signed-in = Ha iniciado sesión.
demo-home-pages = Páginas de este sitio

demo-members-title = Miembros
demo-members-who = Para todas las personas con la sesión iniciada
demo-members-lead = Le damos la bienvenida al área de miembros, { $name }.

demo-admin-title = Administración
demo-admin-who = Para el rol «admin»
demo-admin-lead = Puede ver esta página, { $name }, porque tiene el rol «admin».

demo-special-title = La página especial
demo-special-who = Para el rol «secret», junto con «sauce» o «agent»
demo-special-lead = Pocas personas llegan hasta aquí, { $name }.

## Fields of the profile.

field-first-name = Nombre
field-last-name = Apellidos
field-born = Fecha de nacimiento
field-drink = Bebida favorita
field-drink-tea = Té
field-drink-coffee = Café
field-drink-water = Agua
field-motto = Lema
field-newsletter = Deseo recibir el boletín
