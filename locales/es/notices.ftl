### One-time messages at the top of the next page.

notice-registered-confirm = ¡Ya casi está! Le hemos enviado un correo con un enlace. Ábralo para confirmar su dirección.
notice-registered = Su cuenta está lista. Ya puede iniciar sesión.
notice-email-confirmed = Su correo electrónico está confirmado.
# The same for everyone: must not tell whether the address is known.
notice-confirmation-sent = Si todavía falta confirmar esta dirección, hay un correo con un enlace nuevo en camino. Mire también en el correo no deseado.
notice-signed-in = Ha iniciado sesión.
notice-signed-out = Ha cerrado sesión.
# The same for everyone: must not tell whether the address is known.
notice-reset-sent = Si hay una cuenta con esta dirección, hay un correo con un enlace en camino. Mire también en el correo no deseado.
notice-password-reset = Se ha guardado su contraseña nueva.
notice-password-changed = Se ha cambiado su contraseña. Se ha cerrado la sesión en todos los demás dispositivos.
notice-totp-added = Su aplicación de autenticación está configurada. A partir de ahora pediremos su código al iniciar sesión.
notice-totp-renamed = Se ha guardado el nombre.
notice-totp-removed = Se ha eliminado la aplicación. Sus códigos ya no sirven.
notice-device-forgotten = El dispositivo ya no es de confianza. Allí se volverá a pedir un código.
notice-second-factor-required = Este sitio le pide un segundo paso al iniciar sesión. Configure una aplicación de autenticación.
notice-second-step-gone = Inicie sesión de nuevo: ha pasado demasiado tiempo o ha habido demasiados códigos incorrectos.
notice-recovery-code-used = { $left ->
    [0] Era su último código de recuperación. Cree otros nuevos.
    [one] Ese código no se puede volver a usar. Le queda uno.
   *[other] Ese código no se puede volver a usar. Le quedan { $left }.
}
notice-export-asked = Estamos preparando sus datos. Recibirá un correo cuando estén listos.
notice-deletion-scheduled = Ha cerrado la sesión. Su cuenta se va a eliminar: { $due }. Hasta entonces puede iniciar sesión y conservarla.
notice-account-deleted = Su cuenta se ha eliminado.
notice-account-kept = Su cuenta se conserva.
notice-username-changed = Su nombre de usuario es ahora { $username }.
notice-email-added = Hemos enviado un correo con un enlace a { $address }. Ábralo para confirmar esa dirección.
notice-email-removed = La dirección { $address } se ha eliminado de su cuenta.
notice-primary-email-changed = Los correos sobre su cuenta llegan ahora a { $address }.
notice-email-change-undone = Ha recuperado su cuenta y se ha cerrado la sesión en todos los dispositivos. Elija ahora una contraseña nueva.
notice-addresses-doubtful = Confirme de nuevo las direcciones añadidas en los últimos días y quite las que no sean suyas.
notice-sign-in-required = Inicie sesión para ver esa página.
notice-sign-in-again = Para continuar, introduzca de nuevo su contraseña.
notice-not-allowed = Su cuenta no permite ver esa página.
notice-email-not-confirmed = Confirme antes su correo electrónico.
notice-session-revoked = Se ha cerrado la sesión de ese navegador.
notice-sessions-revoked = Se ha cerrado la sesión de todos los demás navegadores.
notice-link-invalid = Este enlace no funciona. Puede que esté incompleto o que lo haya sustituido otro más reciente.
notice-link-expired = Este enlace ha caducado. Solicite uno nuevo.
notice-link-used = Este enlace ya se ha usado.
notice-link-not-here = Este navegador ya no tiene el enlace de esa página. Abra otra vez el enlace del correo.
notice-profile-saved = Se ha guardado su perfil.
notice-invitation-sent = La invitación a { $address } está en camino.
notice-invitation-revoked = La invitación a { $address } ya no es válida.
notice-invitation-accepted = Ha aceptado la invitación.
notice-invitation-required = Para crear una cuenta aquí necesita una invitación.
notice-invitation-invalid = Esta invitación no funciona. Puede que esté incompleta, que se haya retirado o que la haya sustituido otra más reciente.
notice-invitation-expired = Esta invitación ha caducado. Solicite una nueva.
notice-invitation-used = Esta invitación ya se ha usado.
notice-picture-saved = Se ha guardado su foto.
notice-picture-removed = Se ha eliminado su foto.
