### Why a value was refused. Each stands beside its field, and after the field's label in the list above the form.

username-required = Rellene este campo.
username-too-short = Use al menos { $min ->
    [one] un carácter.
   *[other] { $min } caracteres.
}
username-too-long = Use como máximo { $max ->
    [one] un carácter.
   *[other] { $max } caracteres.
}
username-bad-characters = Use solo letras, números, puntos, guiones y guiones bajos.
username-malformed = Debe empezar y terminar por una letra o un número.
username-reserved = Este nombre está reservado para el propio sitio. Elija otro.
username-taken = Este nombre ya está en uso. Elija otro.
# Must not tell which of the two is wrong.
username-bad-credentials = El usuario o correo y la contraseña no coinciden. Revise ambos e inténtelo de nuevo.
username-bad-credentials-or-unconfirmed = El usuario o correo y la contraseña no coinciden, o el correo aún no está confirmado. Revise ambos o pida que le enviemos el enlace de nuevo.

email-required = Rellene este campo.
email-too-long = Una dirección de correo tiene como máximo { $max ->
    [one] un carácter.
   *[other] { $max } caracteres.
}
email-malformed = Introduzca una dirección de correo completa, por ejemplo, name@example.com.
email-not-ascii = No podemos enviar correos a direcciones con acentos u otros alfabetos antes de la @. Use otra dirección.
# Must not tell which of the two is wrong, nor whether the address is known.
email-bad-credentials = El correo y la contraseña no coinciden. Revise ambos e inténtelo de nuevo.
email-bad-credentials-or-unconfirmed = El correo y la contraseña no coinciden, o el correo aún no está confirmado. Revise ambos o pida que le enviemos el enlace de nuevo.
email-taken = Esta dirección ya está en su lista.
email-too-many = Su cuenta ya tiene el máximo de direcciones. Elimine antes una.
email-same = Esta ya es la dirección de su cuenta.

password-required = Rellene este campo.
password-too-short = Use al menos { $min ->
    [one] un carácter.
   *[other] { $min } caracteres.
}
password-too-long = Es demasiado larga. Use como máximo { $max ->
    [one] un carácter.
   *[other] { $max } caracteres.
}
password-too-common = Es una de las primeras contraseñas que probaría cualquiera. Elija otra.
password-made-of-identity = Se parece demasiado a su nombre, a su dirección o al nombre de este sitio. Elija otra.
password-too-simple = Use al menos una letra mayúscula, una minúscula y un número.
password-wrong = Esta no es la contraseña de esta cuenta.

retype-password-required = Rellene este campo.
retype-password-mismatch = No coincide con la contraseña de arriba.

old-password-required = Rellene este campo.
old-password-too-long = Aquí ninguna contraseña es tan larga. Use como máximo { $max ->
    [one] un carácter.
   *[other] { $max } caracteres.
}
old-password-wrong = Esta no es su contraseña actual.

recovery-code-required = Rellene este campo.
recovery-code-malformed = Un código de recuperación tiene quince letras y números. Revise lo que ha introducido.
# Must not tell which of the two is wrong.
recovery-code-bad-credentials = Este código y la cuenta no coinciden, o el código ya se ha usado. Revise ambos.
recovery-code-wrong = No es ninguno de sus códigos sin usar.

totp-code-required = Rellene este campo.
totp-code-malformed = Un código tiene seis cifras. Compruebe lo que ha introducido.
totp-code-wrong = No es el código que muestra ahora su aplicación. Introduzca el actual.
totp-code-used = Este código ya se ha usado. Espere al siguiente.
totp-code-too-many = Ya tiene tantas aplicaciones como puede tener una cuenta. Elimine antes una.

label-too-long = Este nombre es demasiado largo. Elija uno más corto.

account-name-required = Introduzca el nombre de su cuenta.
account-name-wrong = Este no es el nombre de su cuenta.

roles-bad-characters = Use solo letras minúsculas, números, guiones y guiones bajos.
roles-not-yours-to-give = No puede dar este rol a otras personas.

# Fields that a site declares for itself.
profile-required = Rellene este campo.
profile-too-long = Use como máximo { $max ->
    [one] un carácter.
   *[other] { $max } caracteres.
}
profile-too-short = Use al menos { $min ->
    [one] un carácter.
   *[other] { $min } caracteres.
}
profile-too-small = Introduzca { $min } o más.
profile-too-large = Introduzca { $max } o menos.
profile-malformed-number = Introduzca un número.
profile-malformed-whole-number = Introduzca un número entero.
profile-malformed-date = Introduzca una fecha, por ejemplo, 2001-12-31.
profile-too-early = Introduzca { $min } o una fecha posterior.
profile-too-late = Introduzca { $max } o una fecha anterior.
profile-not-a-choice = Elija una de las opciones.
profile-changed-meanwhile = Esto se ha cambiado entretanto en otra ventana. Envíe el formulario de nuevo para conservar lo que aparece aquí.
profile-bad-characters = Quite los caracteres que no se pueden mostrar.
picture-required = Elija antes una foto.
picture-too-large = Este archivo es demasiado grande. Elija uno de { $max ->
    [one] un megabyte como máximo.
   *[other] { $max } megabytes como máximo.
}
picture-too-many-pixels = Esta imagen es demasiado grande. Elija una de { $max } × { $max } píxeles como máximo.
picture-malformed = No podemos leer este archivo como imagen. Elija un archivo PNG, JPEG, WebP o GIF.

# Refusals of a form as a whole.
form-expired = Este formulario ya no es válido. Revíselo y envíelo de nuevo.
form-no-cookies = Este sitio necesita cookies y su navegador no ha enviado ninguna. Permita las cookies de este sitio y envíe el formulario de nuevo.
form-other-account = Este formulario lo rellenó otra persona; ahora la sesión es de { $name }. No se ha conservado nada de lo escrito: rellénelo de nuevo.
form-unconfirmed = Confirme antes su correo electrónico: abra el enlace del correo que le hemos enviado.
form-disabled = Esta cuenta está desactivada. Consulte a quienes administran este sitio.

# Stands in for a message that a site forgot to write for a code of its own.
message-missing = No se ha aceptado este valor ({ $id }).
