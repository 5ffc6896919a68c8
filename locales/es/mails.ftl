### The words of the mails. The same messages make the HTML and the text of a mail: plain text only.

## Every mail

mail-greeting = Hola:
mail-greeting-named = Hola, { $name }:
mail-footer = { $app_name } ha enviado este correo a { $email }.
mail-link-in-full = Si el botón no funciona, copie esta dirección en su navegador:
mail-link-hours = El enlace funciona una sola vez y caduca en { $hours ->
    [one] una hora.
   *[other] { $hours } horas.
}
mail-link-minutes = El enlace funciona una sola vez y caduca en { $minutes ->
    [one] un minuto.
   *[other] { $minutes } minutos.
}
mail-link-days = El enlace funciona una sola vez y caduca en { $days ->
    [one] un día.
   *[other] { $days } días.
}
mail-at = Fecha y hora: { $at }
mail-user-agent = Navegador: { $user_agent }
mail-address = Dirección IP: { $address }
mail-was-you = Si ha sido usted, no tiene que hacer nada.
mail-not-you-undo = Si no ha sido usted, recupere su cuenta. Así se cerrará la sesión en todos los dispositivos, se desharán los últimos cambios y podrá elegir una contraseña nueva.
mail-not-you-action = No he sido yo
mail-not-you-reset = Si no ha sido usted, puede que alguien conozca su contraseña. Elija una nueva cuanto antes. Así también se cerrará la sesión en todos los dispositivos.
mail-not-you-contact = Si no ha sido usted, puede que alguien conozca su contraseña. Avise a quienes administran este sitio.
mail-forgot-page-action = Elegir una contraseña nueva

## registered

mail-registered-subject = Le damos la bienvenida a { $app_name }
mail-registered-body = Gracias por crear una cuenta en { $app_name }.
mail-registered-not-you = Si no ha creado esta cuenta, ignore este correo. Sin su confirmación, la dirección no se usará.
mail-registered-not-you-open = Si no ha creado esta cuenta, alguien ha introducido su dirección por error. Puede ignorar este correo.

## already_registered

mail-already-registered-subject = Ya tiene una cuenta en { $app_name }
mail-already-registered-body = Alguien, probablemente usted, acaba de indicar en { $app_name } esta dirección para una cuenta. Ya pertenece a la suya, así que no se ha cambiado nada. Basta con que inicie sesión.
mail-already-registered-forgot = ¿Ha olvidado su contraseña? Elija una nueva.
mail-already-registered-not-you = Si no ha sido usted, puede ignorar este correo. Quien lo haya intentado no sabe que usted tiene una cuenta.

## confirm_email

mail-confirm-email-subject = Confirme su correo electrónico para { $app_name }
mail-confirm-body = Confirme que esta dirección de correo es suya.
mail-confirm-action = Confirmar correo electrónico
mail-confirm-not-you = Si no ha solicitado este correo, puede ignorarlo.

## forgot_password

mail-forgot-password-subject = Elija una contraseña nueva para { $app_name }
mail-forgot-password-body = Alguien, esperamos que usted, ha solicitado una contraseña nueva para su cuenta en { $app_name }.
mail-forgot-password-action = Elegir una contraseña nueva
mail-forgot-password-not-you = Si no ha sido usted, ignore este correo. Su contraseña sigue siendo la misma.

## password_changed

mail-password-changed-subject = Se ha cambiado su contraseña de { $app_name }
mail-password-changed-body = Se ha cambiado la contraseña de su cuenta en { $app_name }.

## recovery_codes_made

mail-recovery-codes-made-subject = Códigos de recuperación nuevos para { $app_name }
mail-recovery-codes-made-body = Se han creado códigos de recuperación nuevos para su cuenta en { $app_name }. Durante un tiempo, los anteriores aún le permiten recuperar su cuenta.

## recovery_code_used

mail-recovery-code-used-subject = Se ha usado un código de recuperación de { $app_name }
mail-recovery-code-used-body = Se ha usado uno de los códigos de recuperación de su cuenta en { $app_name }.

## totp_added

mail-totp-added-subject = Se ha configurado una aplicación de autenticación para { $app_name }
mail-totp-added-body = Se ha configurado una aplicación de autenticación para su cuenta en { $app_name }. A partir de ahora se pide un código suyo al iniciar sesión.

## totp_removed

mail-totp-removed-subject = Se ha eliminado una aplicación de autenticación de { $app_name }
mail-totp-removed-body = Se ha eliminado una aplicación de autenticación de su cuenta en { $app_name }. Sus códigos ya no sirven.

## second_step_refused

mail-second-step-refused-subject = Puede que alguien conozca su contraseña de { $app_name }
mail-second-step-refused-body = Alguien ha superado el primer paso para entrar en su cuenta en { $app_name } y después ha introducido varios códigos incorrectos. No ha conseguido entrar.

## second_step_reset

mail-second-step-reset-subject = Se restablece su segundo paso en { $app_name }
mail-second-step-reset-body = Un administrador va a eliminar las aplicaciones de autenticación de su cuenta en { $app_name }. Si todavía tiene su aplicación, inicie sesión con ella y no se eliminarán.
mail-second-step-reset-due = A partir del { $due } bastará su contraseña para iniciar sesión.

## username_changed

mail-username-changed-subject = Se ha cambiado su nombre de usuario de { $app_name }
mail-username-changed-body = El nombre de usuario de su cuenta en { $app_name } es ahora { $username }.

## email_added

mail-email-added-subject = Una nueva dirección para su cuenta en { $app_name }
mail-email-added-body = Se ha indicado { $address } como nueva dirección para su cuenta en { $app_name }. Podrá usarse en cuanto esté confirmada.

## email_confirmed

mail-email-confirmed-subject = Se ha confirmado una dirección de su cuenta en { $app_name }
mail-email-confirmed-body = { $address } está confirmada y ya puede usarse para su cuenta en { $app_name }.

## email_removed

mail-email-removed-subject = Se ha eliminado una dirección de su cuenta en { $app_name }
mail-email-removed-body = Se ha eliminado la dirección { $address } de su cuenta en { $app_name }.

## primary_email_changed

mail-primary-email-changed-subject = Se ha cambiado la dirección de su cuenta en { $app_name }
mail-primary-email-changed-body = Los correos sobre su cuenta en { $app_name } llegan ahora a { $address }.

## new_sign_in

mail-new-sign-in-subject = Nuevo inicio de sesión en { $app_name }
mail-new-sign-in-body = Su cuenta en { $app_name } se ha usado en un dispositivo que aún no conocíamos.

## session_revoked

mail-session-revoked-subject = Hemos cerrado la sesión de uno de sus dispositivos en { $app_name }
mail-session-revoked-body = Alguien ha usado una copia antigua de la sesión de uno de sus dispositivos. Puede que se haya restaurado una copia de seguridad, pero también podría ser un robo. Por eso hemos cerrado la sesión de ese dispositivo en { $app_name }.
mail-session-revoked-advice = Para ello no se ha usado su contraseña. Puede iniciar sesión de nuevo:
mail-session-revoked-reset = Si ya no confía en ese dispositivo, elija también una contraseña nueva. Así se cerrará la sesión en todos los dispositivos.

## account_deleted

mail-unexpected-contact = Si no esperaba este mensaje, avise a quienes administran este sitio.
mail-account-deleted-subject = Se ha eliminado su cuenta en { $app_name }
mail-account-deleted-body = Se ha eliminado su cuenta en { $app_name }, con todo lo que contenía. No recibirá más correos sobre ella.

## deletion_scheduled

mail-deletion-scheduled-subject = Su cuenta en { $app_name } se va a eliminar
mail-deletion-scheduled-body = Su cuenta en { $app_name } se va a eliminar, con todo lo que contiene: { $due }.
mail-deletion-scheduled-until = ¿Quiere conservarla? Inicie sesión antes:

## deletion_cancelled

mail-deletion-cancelled-subject = Su cuenta en { $app_name } se mantiene
mail-deletion-cancelled-body = Su cuenta en { $app_name } se iba a eliminar. Se ha cancelado: todo sigue como estaba.

## export_ready

mail-export-ready-subject = Sus datos de { $app_name } están listos
mail-export-ready-body = Los datos que pidió a { $app_name } están listos. Inicie sesión para descargarlos.

## invite

mail-invite-subject = Ha recibido una invitación a { $app_name }
mail-invite-body = Ha recibido una invitación para unirse a { $app_name }.
mail-invite-body-by = { $inviter } le invita a unirse a { $app_name }.
mail-invite-action = Aceptar la invitación
mail-invite-not-you = Si no sabe de qué se trata, puede ignorar este correo. No se creará nada sin usted.
