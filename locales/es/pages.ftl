### The words of the pages. Messages are plain text: no HTML, no entities.

## Every page

# $title is what the page is about, $app_name the name of the site.
page-title = { $title } – { $app_name }
page-title-faulty = Error: { $title } – { $app_name }
skip-to-content = Saltar al contenido
nav-account = Su cuenta
nav-sign-in = Iniciar sesión
nav-register = Registrarse
development = Desarrollo
development-mailbox = Ningún correo sale de esta máquina.
# The form at the foot of the page: a list of languages, and a button.
languages-label = Idioma
languages-submit = Cambiar

link-home = Ir a la página de inicio
link-sign-in = Iniciar sesión
link-register = Crear una cuenta
link-forgot-password = ¿Ha olvidado su contraseña?
link-resend-confirm-email = ¿No ha recibido el correo de confirmación?
link-use-recovery-code = Usar un código de recuperación
link-profile = Ir a su perfil
link-mailbox = Abrir el buzón
link-back = Volver
link-back-to-sign-in = Volver al inicio de sesión
link-back-to-profile = Volver a su perfil
link-back-to-mailbox = Todos los correos

## Fields

form-problems = Hay un problema

field-username = Nombre de usuario
field-username-or-email = Nombre de usuario o correo electrónico
field-email = Correo electrónico
field-new-email = Correo electrónico nuevo
field-password = Contraseña
field-retype-password = Repita la contraseña
field-old-password = Contraseña actual
field-new-password = Contraseña nueva
field-new-username = Nombre de usuario nuevo
field-recovery-code = Código de recuperación
field-totp-code = Código de su aplicación
field-label = Nombre de la aplicación o del dispositivo
field-trust-device = No volver a pedir un código en este dispositivo
field-account-name = Nombre de su cuenta
field-remember-me = Mantener la sesión iniciada en este dispositivo
field-language = Idioma
# The first option: the language that the browser asks for.
field-language-automatic = El idioma de su navegador
field-time-zone = Zona horaria
# The first option: no time zone chosen, times are shown in UTC.
field-time-zone-none = UTC
field-picture = Foto
# The empty first option of a list.
field-choose = Elija una opción
# Stands after the label of a field that may stay empty.
field-optional = (opcional)
hint-picture = PNG, JPEG, WebP o GIF, como máximo { $megabytes ->
    [one] un megabyte
   *[other] { $megabytes } megabytes
} y { $pixels } × { $pixels } píxeles.
field-roles = Roles
field-role = Rol: { $role }

hint-username = De { $min } a { $max } letras, números, puntos, guiones o guiones bajos.
hint-password = Al menos { $min ->
    [one] un carácter.
   *[other] { $min } caracteres.
} Unas cuantas palabras sin relación entre sí son seguras y fáciles de recordar.
hint-recovery-code = Quince letras y números. Los espacios y los guiones no importan.
hint-totp-code = Seis cifras que muestra su aplicación de autenticación.
hint-label = Para distinguir sus dispositivos, por ejemplo «Mi móvil».
hint-trust-device = Días: { $days }. Elíjalo solo en un dispositivo que no use nadie más.
hint-account-name = Escriba { $name } para confirmar.

strength-very-weak = Seguridad: muy débil
strength-weak = Seguridad: débil
strength-fair = Seguridad: aceptable
strength-good = Seguridad: buena
strength-strong = Seguridad: fuerte

## Forms

register-title = Crear su cuenta
register-lead = Le damos la bienvenida a { $app_name }.
register-submit = Crear cuenta
register-elsewhere = ¿Ya tiene una cuenta?

sign-in-or-register-title = Iniciar sesión o crear una cuenta

# After the password was asked for again: what was posted before is sent by a button.
continue-title = Continuar
continue-lead = Su contraseña está confirmada y lo que envió antes sigue aquí. Pulse el botón para enviarlo.
continue-submit = Continuar

sign-in-title = Iniciar sesión
sign-in-submit = Iniciar sesión
sign-in-elsewhere = ¿Aún no tiene una cuenta?

sign-out-title = Cerrar sesión
sign-out-lead = ¿Desea cerrar la sesión de { $app_name } en este dispositivo?
sign-out-submit = Cerrar sesión

confirm-email-title = Confirmar su correo electrónico
confirm-email-lead = Pulse el botón y su dirección quedará confirmada.
confirm-email-lead-password = Este correo pertenecerá a la cuenta de abajo. Introduzca su contraseña, para que nadie más se quede con su correo.
confirm-email-lead-new-password = Esta cuenta se registró con su correo, quizá por usted en otro navegador. Introduzca la contraseña elegida entonces. Si no la conoce, ponga una nueva: sustituye a la otra y cierra la sesión de todos los demás.
confirm-email-registered = Registrada
confirm-email-browser = Navegador
confirm-email-submit = Confirmar correo electrónico

resend-confirm-email-title = Recibir otro correo de confirmación
resend-confirm-email-lead = Introduzca la dirección con la que se registró. Si todavía falta confirmarla, le enviaremos un enlace nuevo.
resend-confirm-email-submit = Enviar el correo

forgot-password-title = ¿Ha olvidado su contraseña?
forgot-password-lead = Introduzca su correo electrónico. Si hay una cuenta asociada, le enviaremos un enlace para elegir una contraseña nueva.
forgot-password-submit = Enviar el enlace

reset-password-title = Elegir una contraseña nueva
reset-password-lead = Se cerrará su sesión en todos los dispositivos y podrá iniciarla con la contraseña nueva.
reset-password-submit = Guardar contraseña nueva

change-password-title = Cambiar su contraseña
change-password-lead = Aquí su sesión seguirá abierta. Se cerrará en todos los demás dispositivos.
change-password-submit = Cambiar contraseña

recovery-codes-title = Códigos de recuperación
recovery-codes-lead = Un código de recuperación le permite entrar en su cuenta cuando no tiene ni la contraseña ni acceso a su correo. Cada código sirve una sola vez.
recovery-codes-left = { $left ->
    [0] No tiene códigos de recuperación.
    [one] Le queda un código sin usar.
   *[other] Le quedan { $left } códigos sin usar.
}
# Stands above the button that makes new codes, where there are some.
recovery-codes-replaced = Los códigos nuevos sustituyen a los que tiene. Durante un tiempo, los anteriores aún le permiten recuperar su cuenta.
recovery-codes-earlier = Sus códigos anteriores aún le permiten recuperar su cuenta hasta { $until }.
# Codes under a secret of the site that it does not know any more.
recovery-codes-lost = Los códigos que creó antes ya no sirven, porque este sitio ha cambiado su clave. Cree otros nuevos.
recovery-codes-submit = Crear códigos nuevos
recovery-codes-new-title = Guardar sus códigos de recuperación
recovery-codes-new-lead = Imprímalos o anótelos y guárdelos donde solo usted pueda encontrarlos. Esta página los muestra una sola vez.
recovery-codes-saved = He guardado mis códigos

use-recovery-code-title = Usar un código de recuperación
use-recovery-code-lead = Introduzca uno de sus códigos de recuperación y elija una contraseña nueva. Se cerrará su sesión en todos los demás dispositivos.
# The same page for somebody who is signed in and must show that it is them.
use-recovery-code-lead-proof = Introduzca uno de sus códigos de recuperación en lugar de la contraseña. Ese código no se podrá volver a usar.
use-recovery-code-submit = Guardar contraseña nueva
use-recovery-code-submit-proof = Continuar

second-step-title = Introduzca su código
second-step-lead = Abra su aplicación de autenticación e introduzca el código que muestra.
second-step-lead-recovery = Introduzca uno de sus códigos de recuperación. No podrá volver a usarlo.
second-step-submit = Iniciar sesión
second-step-other-recovery = Usar un código de recuperación en su lugar
second-step-other-app = Usar la aplicación de autenticación en su lugar

authenticator-apps-title = Aplicaciones de autenticación
authenticator-apps-lead = Una aplicación de autenticación muestra un código nuevo cada 30 segundos. Lo introduce al iniciar sesión, y así la contraseña por sí sola no basta.
authenticator-apps-none = Todavía no ha configurado ninguna aplicación.
authenticator-apps-unnamed = Aplicación de autenticación
authenticator-apps-created = Configurada
authenticator-apps-last-used = Último uso
authenticator-apps-rename = Guardar nombre
authenticator-apps-remove = Eliminar
authenticator-apps-submit = Configurar una aplicación
trusted-devices-title = Dispositivos de confianza
trusted-devices-lead = En estos dispositivos basta la contraseña para iniciar sesión.
trusted-devices-until = Hasta
trusted-devices-forget = Volver a pedir un código
set-up-totp-title = Configure su aplicación
set-up-totp-lead = Escanee esta imagen con su aplicación de autenticación. Después introduzca el código que muestra.
set-up-totp-qr = Código QR para su aplicación de autenticación
set-up-totp-open = Abrir una aplicación en este dispositivo
set-up-totp-key = ¿No puede escanearla? Escriba esta clave en su aplicación:
set-up-totp-submit = Terminar la configuración

export-data-title = Sus datos
export-data-lead = Descargue lo que este sitio guarda sobre usted: su cuenta, su perfil, sus dispositivos y la actividad reciente. No incluye contraseñas ni otros secretos.
export-data-submit = Preparar mis datos
export-data-underway = Estamos preparando sus datos. Recibirá un correo cuando estén listos.
# On the page and in the mail.
export-data-ready = Puede descargarlos hasta este momento: { $until }.
export-data-zip = Todo, con su foto (ZIP)
export-data-json = Solo los datos (JSON)

delete-account-title = Eliminar su cuenta
delete-account-lead = Se elimina su cuenta con todo lo que contiene: perfil, direcciones de correo, foto e inicios de sesión. No se puede recuperar.
delete-account-due = Se cerrará su sesión en todos los dispositivos. La cuenta se eliminará en este momento: { $due }. Hasta entonces puede iniciar sesión y conservarla.
delete-account-at-once = La cuenta se elimina de inmediato.
delete-account-submit = Eliminar cuenta

keep-account-title = ¿Quiere conservar su cuenta?
keep-account-lead = Su cuenta se va a eliminar, con todo lo que contiene: { $due }.
keep-account-submit = Conservar cuenta
# Goes on without deciding.
keep-account-elsewhere = Ahora no

change-username-title = Cambiar su nombre de usuario
change-username-lead = Confirme el cambio con su contraseña.
change-username-submit = Cambiar nombre de usuario
edit-profile-title = Editar su perfil
edit-profile-submit = Guardar
picture-title = Su foto
picture-lead = Se muestra junto a su nombre. La recortamos en forma de cuadrado y eliminamos toda la información adicional del archivo, como el lugar donde se tomó.
picture-submit = Guardar foto
picture-remove = Eliminar foto
# Read aloud in place of somebody's picture.
picture-of = Foto de { $name }

change-email-title = Cambiar su correo electrónico
change-email-lead = Enviaremos un enlace a la dirección nueva. Hasta que lo abra, su cuenta mantendrá la dirección actual, { $address }.
change-email-submit = Enviar el enlace

undo-email-change-title = Recuperar su cuenta
undo-email-change-lead = Pulse el botón y su cuenta volverá a usar { $address }. La contraseña actual dejará de servir, se cerrará la sesión en todos los dispositivos y se quitarán las direcciones añadidas hace poco. Después podrá elegir una contraseña nueva.
undo-email-change-submit = No he sido yo

## Email addresses

manage-emails-title = Sus direcciones de correo
manage-emails-lead = Los correos sobre su cuenta llegan a la dirección principal. Puede iniciar sesión con cualquier dirección confirmada.
email-make-primary = Hacer principal
email-delete = Eliminar
email-send-confirmation = Enviar confirmación
add-email-title = Añadir una dirección
add-email-lead = Le enviaremos un enlace a esa dirección para confirmar que es suya.
add-email-submit = Añadir dirección

## Invitations

invite-title = Invitar a alguien
invite-lead = Enviaremos por correo una invitación para unirse a { $app_name }.
invite-submit = Enviar invitación
invitations-title = Sus invitaciones
invitations-empty = Aún no ha invitado a nadie.
invitation-sent = Enviada
invitation-open = Válida hasta el { $date }
invitation-accepted = Aceptada
invitation-expired = Caducada
invitation-revoked = Retirada
invitation-resend = Enviar de nuevo
invitation-revoke = Retirar
accept-invitation-title = Ha recibido una invitación
accept-invitation-lead = Ha recibido una invitación para unirse a { $app_name } con la dirección { $address }.
accept-invitation-lead-by = { $inviter } le ha enviado una invitación para unirse a { $app_name } con la dirección { $address }.
accept-invitation-signed-in = Ha iniciado sesión como { $name }.
accept-invitation-has-account = Ya tiene una cuenta con esta dirección. Inicie sesión para aceptar la invitación.
accept-invitation-other-account = La invitación no es para { $name }. Si es suya, cierre antes la sesión.
accept-invitation-submit = Aceptar la invitación
register-invited-lead = Ha recibido una invitación para unirse a { $app_name }.

## The profile

profile-title = Su perfil
profile-account = Cuenta
profile-emails = Correo electrónico
profile-roles = Roles
profile-member-since = Miembro desde
profile-manage-emails = Añada, elimine o confirme direcciones y elija dónde recibir los correos.
profile-change-email = Use otra dirección para su cuenta.
profile-about = Sobre usted
profile-no-value = Sin indicar
profile-yes = Sí
profile-no = No
profile-edit = Cambie lo que se muestra aquí.
profile-picture = Muestre una foto junto a su nombre.
profile-change-username = Elija el nombre con el que se le conoce.
profile-change-password = Elija otra y cierre la sesión en todos los demás dispositivos.
profile-recovery-codes = Vuelva a entrar si pierde la contraseña y el acceso a su correo.
profile-authenticator-apps = Pida un código de su móvil al iniciar sesión.
profile-sessions = Vea sus dispositivos y cierre la sesión en los que no reconozca.
profile-invite = Envíe una invitación por correo.
profile-export-data = Descargue lo que este sitio guarda sobre usted.
profile-delete-account = Elimine su cuenta con todo lo que contiene.
email-primary = Principal
email-confirmed = Confirmada
email-unconfirmed = Sin confirmar

## Where you are signed in

sessions-title = Dónde tiene la sesión abierta
sessions-lead = Estos navegadores tienen una sesión abierta en su cuenta. Si no reconoce alguno, cierre su sesión y cambie la contraseña.
session-current = Este navegador
# Such as "Firefox on Linux".
browser-on = { $browser } en { $system }
session-unknown-browser = Navegador desconocido
session-created = Inicio de sesión
session-last-seen = Última actividad
session-revoke = Cerrar sesión
sessions-revoke-others = Cerrar todas las demás

## The development mailbox

mailbox-title = Buzón
mailbox-lead = Todos los correos de este sitio de desarrollo llegan aquí.
mailbox-empty = Aún no hay correos.
mailbox-from = De
mailbox-to = Para
mailbox-date = Fecha
mailbox-faces = Vistas de este correo
mailbox-face-text = Texto
mailbox-face-html = HTML
mailbox-face-source = Código fuente
mailbox-links = Enlaces de este correo

## Problems

# $seconds is how long to wait, 0 when unknown; $minutes is the same, 0 when it is better told in seconds.
problem-bad-request-title = No lo hemos entendido
problem-bad-request-advice = Algo en la solicitud no era correcto. Vuelva atrás e inténtelo de nuevo.
problem-unauthenticated-title = Inicie sesión
problem-unauthenticated-advice = Esta página es para quienes han iniciado sesión.
problem-sign-in-again-title = Introduzca de nuevo su contraseña
problem-sign-in-again-advice = Para esto hace falta haber introducido la contraseña hace poco. Inicie sesión otra vez y vuelva a intentarlo.
problem-forbidden-title = No tiene acceso a esta página
problem-forbidden-advice = Su cuenta no permite ver esta página. Si cree que es un error, consulte a quienes administran este sitio.
problem-csrf-title = Este formulario ya no es válido
problem-csrf-advice = Por su seguridad, un formulario solo sirve durante un tiempo limitado y en el navegador en el que se abrió. Vuelva atrás, recargue la página y envíelo de nuevo.
problem-cookies-title = Este sitio necesita cookies
problem-cookies-advice = Su navegador no ha enviado ninguna, así que no podemos saber si el formulario viene de usted. Permita las cookies de este sitio en los ajustes de su navegador, recargue la página y envíe el formulario de nuevo.
problem-link-cookies-title = Este sitio necesita cookies
problem-link-cookies-advice = Su navegador no ha enviado ninguna, así que esta página no sabe a qué enlace corresponde. Permita las cookies de este sitio en los ajustes de su navegador y abra otra vez el enlace del correo.
problem-not-found-title = Aquí no hay nada
problem-not-found-advice = Puede que la dirección esté mal escrita o que la página haya cambiado de sitio.
problem-method-not-allowed-title = Eso no es posible aquí
problem-method-not-allowed-advice = Esta página no se puede usar de esa manera. Vuelva atrás e inténtelo de nuevo.
problem-too-large-title = El envío es demasiado grande
problem-too-large-advice = Lo que ha enviado supera el tamaño que aceptamos. Redúzcalo e inténtelo de nuevo.
problem-unsupported-media-type-title = No podemos leer ese formato
problem-unsupported-media-type-advice = Lo que ha enviado tiene un formato que no aceptamos aquí.
problem-invalid-title = Algunos datos no son correctos
problem-invalid-advice = Vuelva atrás y revise lo que ha introducido.
problem-too-many-requests-title = Demasiados intentos
problem-too-many-requests-advice = { $minutes ->
    [0] { $seconds ->
        [0] Espere un poco e inténtelo de nuevo.
        [one] Espere un segundo e inténtelo de nuevo.
       *[other] Espere { $seconds } segundos e inténtelo de nuevo.
    }
    [one] Espere un minuto e inténtelo de nuevo.
   *[other] Espere { $minutes } minutos e inténtelo de nuevo.
}
problem-internal-title = Algo ha salido mal
problem-internal-advice = El error es nuestro, no suyo, y ha quedado registrado. Inténtelo de nuevo más tarde.
problem-unavailable-title = El sitio está saturado
problem-unavailable-advice = { $minutes ->
    [0] { $seconds ->
        [0] Inténtelo de nuevo dentro de un momento.
        [one] Inténtelo de nuevo dentro de un segundo.
       *[other] Inténtelo de nuevo dentro de { $seconds } segundos.
    }
    [one] Inténtelo de nuevo dentro de un minuto.
   *[other] Inténtelo de nuevo dentro de { $minutes } minutos.
}

## The menu of the account pages

menu-you = Usted
menu-security = Seguridad
menu-settings = Ajustes de la cuenta
menu-where = Todos los ajustes. Está aquí:
menu-profile = Perfil
menu-edit-profile = Datos personales
menu-picture = Foto
menu-manage-emails = Direcciones de correo
menu-change-email = Dirección de correo
menu-change-username = Nombre de usuario
menu-change-password = Contraseña
menu-recovery-codes = Códigos de recuperación
menu-authenticator-apps = Aplicaciones de autenticación
menu-sessions = Sus dispositivos
menu-invite = Invitaciones
menu-export-data = Sus datos
menu-delete-account = Eliminar cuenta
profile-change = Cambiar
profile-change-picture = Cambiar foto

## Coming in

sign-in-to = Iniciar sesión en { $app_name }
password-show = Mostrar contraseña
check-email-title = Revise su correo
check-email-lead = Hemos enviado un correo a { $address }. Abra el enlace que contiene para continuar.
check-email-lead-resend = Si { $address } aún está por confirmar, hay un correo con un nuevo enlace en camino.
check-email-lead-reset = Si { $address } tiene una cuenta, hay un correo con un enlace en camino.
check-email-hint = ¿No ha llegado? Mire en el correo no deseado o pida que se lo enviemos de nuevo.
check-email-submit = Enviar de nuevo
check-email-other = Usar otra dirección
confirm-identity-title = Confirme que es usted
confirm-identity-lead = Va a cambiar algo que protege su cuenta. Escriba su contraseña para continuar.
confirm-identity-submit = Confirmar
confirm-identity-cancel = Cancelar y volver

## The foot of the page

footer-help = Ayuda
footer-privacy = Privacidad
footer-terms = Condiciones
footer-support = Contactar con soporte
problem-reference = Referencia: { $reference }
