### Why a value was refused. Each stands beside its field, and after the field's label in the list above the form.

username-required = Remplissez ce champ.
username-too-short = Utilisez au moins { $min ->
    [one] { $min } caractère.
   *[other] { $min } caractères.
}
username-too-long = Utilisez au plus { $max ->
    [one] { $max } caractère.
   *[other] { $max } caractères.
}
username-bad-characters = Utilisez uniquement des lettres, des chiffres, des points, des traits d’union et des tirets bas.
username-malformed = Commencez et terminez par une lettre ou un chiffre.
username-reserved = Ce nom est réservé au site lui-même. Choisissez-en un autre.
username-taken = Ce nom est déjà pris. Choisissez-en un autre.
# Must not tell which of the two is wrong.
username-bad-credentials = Identifiant ou mot de passe incorrect. Vérifiez les deux et réessayez.
username-bad-credentials-or-unconfirmed = Identifiant ou mot de passe incorrect, ou adresse pas encore confirmée. Vérifiez les deux, ou demandez un nouveau lien.

email-required = Remplissez ce champ.
email-too-long = Une adresse e-mail compte au plus { $max ->
    [one] { $max } caractère.
   *[other] { $max } caractères.
}
email-malformed = Saisissez une adresse e-mail complète, par exemple name@example.com.
email-not-ascii = Nous ne pouvons pas écrire aux adresses qui contiennent des accents ou d’autres alphabets avant le @. Indiquez une autre adresse.
# Must not tell which of the two is wrong, nor whether the address is known.
email-bad-credentials = Adresse e-mail ou mot de passe incorrect. Vérifiez les deux et réessayez.
email-bad-credentials-or-unconfirmed = Adresse e-mail ou mot de passe incorrect, ou adresse pas encore confirmée. Vérifiez les deux, ou demandez un nouveau lien.
email-taken = Cette adresse figure déjà dans votre liste.
email-too-many = Votre compte a atteint le nombre d’adresses autorisé. Supprimez-en d’abord une.
email-same = C’est déjà l’adresse de votre compte.

password-required = Remplissez ce champ.
password-too-short = Utilisez au moins { $min ->
    [one] { $min } caractère.
   *[other] { $min } caractères.
}
password-too-long = C’est trop long. Utilisez au plus { $max ->
    [one] { $max } caractère.
   *[other] { $max } caractères.
}
password-too-common = C’est l’un des premiers mots de passe que l’on essaierait. Choisissez-en un autre.
password-made-of-identity = Ce mot de passe ressemble trop à votre nom, à votre adresse ou au nom de ce site. Choisissez-en un autre.
password-too-simple = Utilisez au moins une majuscule, une minuscule et un chiffre.
password-wrong = Ce n’est pas le mot de passe de ce compte.

retype-password-required = Remplissez ce champ.
retype-password-mismatch = La saisie ne correspond pas au mot de passe ci-dessus.

old-password-required = Remplissez ce champ.
old-password-too-long = Aucun mot de passe n’est aussi long ici. Utilisez au plus { $max ->
    [one] { $max } caractère.
   *[other] { $max } caractères.
}
old-password-wrong = Ce n’est pas votre mot de passe actuel.

recovery-code-required = Remplissez ce champ.
recovery-code-malformed = Un code de récupération compte quinze lettres et chiffres. Vérifiez votre saisie.
# Must not tell which of the two is wrong.
recovery-code-bad-credentials = Ce code et le compte ne correspondent pas, ou le code a déjà été utilisé. Vérifiez les deux.
recovery-code-wrong = Ce n’est pas l’un de vos codes inutilisés.

totp-code-required = Remplissez ce champ.
totp-code-malformed = Un code a six chiffres. Vérifiez votre saisie.
totp-code-wrong = Ce n’est pas le code que votre application affiche maintenant. Saisissez le code actuel.
totp-code-used = Ce code a déjà servi. Attendez le suivant.
totp-code-too-many = Vous avez autant d’applications qu’un compte peut en avoir. Supprimez-en d’abord une.

label-too-long = Ce nom est trop long. Choisissez-en un plus court.

account-name-required = Saisissez le nom de votre compte.
account-name-wrong = Ce n’est pas le nom de votre compte.

roles-bad-characters = Utilisez uniquement des minuscules, des chiffres, des traits d’union et des tirets bas.
roles-not-yours-to-give = Vous ne pouvez pas donner ce rôle à d’autres personnes.

# Fields that a site declares for itself.
profile-required = Remplissez ce champ.
profile-too-long = Utilisez au plus { $max ->
    [one] { $max } caractère.
   *[other] { $max } caractères.
}
profile-too-short = Utilisez au moins { $min ->
    [one] { $min } caractère.
   *[other] { $min } caractères.
}
profile-too-small = Saisissez { $min } ou plus.
profile-too-large = Saisissez { $max } ou moins.
profile-malformed-number = Saisissez un nombre.
profile-malformed-whole-number = Saisissez un nombre entier.
profile-malformed-date = Saisissez une date, par exemple 2001-12-31.
profile-too-early = Saisissez { $min } ou une date ultérieure.
profile-too-late = Saisissez { $max } ou une date antérieure.
profile-not-a-choice = Choisissez l’une des options.
profile-changed-meanwhile = Cette valeur a été modifiée entre-temps dans une autre fenêtre. Envoyez de nouveau le formulaire pour garder ce qui figure ici.
profile-bad-characters = Retirez les caractères qui ne peuvent pas être affichés.
picture-required = Choisissez d’abord une photo.
picture-too-large = Ce fichier est trop volumineux. Choisissez-en un de { $max ->
    [one] { $max } mégaoctet au plus.
   *[other] { $max } mégaoctets au plus.
}
picture-too-many-pixels = Cette image est trop grande. Choisissez-en une de { $max } × { $max } pixels au plus.
picture-malformed = Nous ne pouvons pas lire ce fichier comme une image. Choisissez un fichier PNG, JPEG, WebP ou GIF.

# Refusals of a form as a whole.
form-expired = Ce formulaire n’est plus valable. Vérifiez-le et envoyez-le de nouveau.
form-no-cookies = Ce site a besoin de cookies, et votre navigateur n’en a envoyé aucun. Autorisez les cookies pour ce site, puis envoyez de nouveau le formulaire.
form-other-account = Ce formulaire a été rempli par quelqu’un d’autre ; c’est maintenant { $name } qui est connecté. Rien n’en a été conservé : remplissez-le de nouveau.
form-unconfirmed = Confirmez d’abord votre adresse e-mail : ouvrez le lien dans l’e-mail que nous vous avons envoyé.
form-disabled = Ce compte est désactivé. Adressez-vous aux responsables de ce site.

# Stands in for a message that a site forgot to write for a code of its own.
message-missing = Cette valeur n’a pas été acceptée ({ $id }).
