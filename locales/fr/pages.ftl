### The words of the pages. Messages are plain text: no HTML, no entities.

## Every page

# $title is what the page is about, $app_name the name of the site.
page-title = { $title } – { $app_name }
page-title-faulty = Erreur : { $title } – { $app_name }
skip-to-content = Aller au contenu
nav-account = Votre compte
nav-sign-in = Se connecter
nav-register = S’inscrire
development = Développement
development-mailbox = Aucun e-mail ne quitte cette machine.
# The form at the foot of the page: a list of languages, and a button.
languages-label = Langue
languages-submit = Changer

link-home = Aller à l’accueil
link-sign-in = Se connecter
link-register = Créer un compte
link-forgot-password = Mot de passe oublié ?
link-resend-confirm-email = E-mail de confirmation non reçu ?
link-use-recovery-code = Utiliser un code de récupération
link-profile = Aller à votre profil
link-mailbox = Ouvrir la boîte mail
link-back = Retour
link-back-to-sign-in = Retour à la connexion
link-back-to-profile = Retour à votre profil
link-back-to-mailbox = Tous les e-mails

## Fields

form-problems = Il y a un problème

field-username = Nom d’utilisateur
field-username-or-email = Nom d’utilisateur ou adresse e-mail
field-email = Adresse e-mail
field-new-email = Nouvelle adresse e-mail
field-password = Mot de passe
field-retype-password = Confirmer le mot de passe
field-old-password = Mot de passe actuel
field-new-password = Nouveau mot de passe
field-new-username = Nouveau nom d’utilisateur
field-recovery-code = Code de récupération
field-totp-code = Code de votre application
field-label = Nom de l’application ou de l’appareil
field-trust-device = Ne plus demander de code sur cet appareil
field-account-name = Nom de votre compte
field-remember-me = Garder ma session ouverte sur cet appareil
field-language = Langue
# The first option: the language that the browser asks for.
field-language-automatic = La langue de votre navigateur
field-time-zone = Fuseau horaire
# The first option: no time zone chosen, times are shown in UTC.
field-time-zone-none = UTC
field-picture = Photo
# The empty first option of a list.
field-choose = Choisir…
# Stands after the label of a field that may stay empty.
field-optional = (facultatif)
hint-picture = PNG, JPEG, WebP ou GIF, au plus { $megabytes ->
    [one] { $megabytes } mégaoctet
   *[other] { $megabytes } mégaoctets
} et { $pixels } × { $pixels } pixels.
field-roles = Rôles
field-role = Rôle : { $role }

hint-username = De { $min } à { $max } lettres, chiffres, points, traits d’union ou tirets bas.
hint-password = Au moins { $min ->
    [one] { $min } caractère.
   *[other] { $min } caractères.
} Quelques mots sans rapport entre eux sont sûrs et faciles à retenir.
hint-recovery-code = Quinze lettres et chiffres. Les espaces et les traits d’union ne comptent pas.
hint-totp-code = Six chiffres, affichés par votre application d’authentification.
hint-label = Pour distinguer vos appareils, par exemple « Mon téléphone ».
hint-trust-device = Jours : { $days }. Ne choisissez cela que sur un appareil que personne d’autre n’utilise.
hint-account-name = Saisissez { $name } pour confirmer.

strength-very-weak = Niveau de sécurité : très faible
strength-weak = Niveau de sécurité : faible
strength-fair = Niveau de sécurité : moyen
strength-good = Niveau de sécurité : bon
strength-strong = Niveau de sécurité : élevé

## Forms

register-title = Créer votre compte
register-lead = Bienvenue sur { $app_name }.
register-submit = Créer le compte
register-elsewhere = Vous avez déjà un compte ?

sign-in-or-register-title = Se connecter ou créer un compte

# After the password was asked for again: what was posted before is sent by a button.
continue-title = Continuer
continue-lead = Votre mot de passe est confirmé et ce que vous aviez envoyé est toujours là. Appuyez sur le bouton pour l’envoyer.
continue-submit = Continuer

sign-in-title = Se connecter
sign-in-submit = Se connecter
sign-in-elsewhere = Pas encore de compte ?

sign-out-title = Se déconnecter
sign-out-lead = Voulez-vous vous déconnecter de { $app_name } sur cet appareil ?
sign-out-submit = Se déconnecter

confirm-email-title = Confirmer votre adresse e-mail
confirm-email-lead = Un clic sur le bouton, et votre adresse est confirmée.
confirm-email-lead-password = Cette adresse appartiendra au compte ci-dessous. Saisissez son mot de passe, pour que personne d’autre ne prenne votre adresse.
confirm-email-lead-new-password = Ce compte a été créé avec votre adresse, peut-être par vous dans un autre navigateur. Saisissez le mot de passe choisi alors. Si vous ne le connaissez pas, choisissez-en un nouveau : il remplace l’ancien et déconnecte tous les autres.
confirm-email-registered = Créé le
confirm-email-browser = Navigateur
confirm-email-submit = Confirmer l’adresse e-mail

resend-confirm-email-title = Recevoir un nouvel e-mail de confirmation
resend-confirm-email-lead = Saisissez l’adresse indiquée à l’inscription. Si elle doit encore être confirmée, nous vous enverrons un nouveau lien.
resend-confirm-email-submit = Envoyer l’e-mail

forgot-password-title = Mot de passe oublié ?
forgot-password-lead = Saisissez votre adresse e-mail. Si un compte y est associé, nous vous enverrons un lien pour choisir un nouveau mot de passe.
forgot-password-submit = Envoyer le lien

reset-password-title = Choisir un nouveau mot de passe
reset-password-lead = Toutes vos sessions seront fermées. Vous pourrez ensuite vous connecter avec le nouveau mot de passe.
reset-password-submit = Enregistrer le mot de passe

change-password-title = Changer de mot de passe
change-password-lead = Votre session reste ouverte ici. Tous les autres appareils seront déconnectés.
change-password-submit = Changer de mot de passe

recovery-codes-title = Codes de récupération
recovery-codes-lead = Un code de récupération vous permet d’entrer dans votre compte quand vous n’avez ni votre mot de passe ni accès à vos e-mails. Chaque code ne sert qu’une fois.
recovery-codes-left = { $left ->
    [0] Vous n’avez aucun code de récupération.
    [one] Il vous reste { $left } code inutilisé.
   *[other] Il vous reste { $left } codes inutilisés.
}
# Stands above the button that makes new codes, where there are some.
recovery-codes-replaced = Les nouveaux codes remplacent les vôtres. Pendant quelque temps, les anciens permettent encore de récupérer votre compte.
recovery-codes-earlier = Vos anciens codes permettent encore de récupérer votre compte jusqu’au { $until }.
# Codes under a secret of the site that it does not know any more.
recovery-codes-lost = Les codes que vous aviez créés ne fonctionnent plus, car ce site a changé de clé. Créez-en de nouveaux.
recovery-codes-submit = Créer de nouveaux codes
recovery-codes-new-title = Enregistrer vos codes de récupération
recovery-codes-new-lead = Imprimez-les ou notez-les, et gardez-les là où personne d’autre ne peut les trouver. Cette page ne les affiche qu’une seule fois.
recovery-codes-saved = J’ai enregistré mes codes

use-recovery-code-title = Utiliser un code de récupération
use-recovery-code-lead = Saisissez l’un de vos codes de récupération et choisissez un nouveau mot de passe. Toutes vos autres sessions seront fermées.
# The same page for somebody who is signed in and must show that it is them.
use-recovery-code-lead-proof = Saisissez l’un de vos codes de récupération à la place de votre mot de passe. Ce code ne pourra plus servir ensuite.
use-recovery-code-submit = Enregistrer le mot de passe
use-recovery-code-submit-proof = Continuer

second-step-title = Saisissez votre code
second-step-lead = Ouvrez votre application d’authentification et saisissez le code affiché.
second-step-lead-recovery = Saisissez l’un de vos codes de récupération. Il ne pourra plus servir.
second-step-submit = Se connecter
second-step-other-recovery = Utiliser plutôt un code de récupération
second-step-other-app = Utiliser plutôt l’application d’authentification

authenticator-apps-title = Applications d’authentification
authenticator-apps-lead = Une application d’authentification affiche un nouveau code toutes les 30 secondes. Vous le saisissez en vous connectant : le mot de passe seul ne suffit plus.
authenticator-apps-none = Vous n’avez pas encore configuré d’application.
authenticator-apps-unnamed = Application d’authentification
authenticator-apps-created = Configurée
authenticator-apps-last-used = Dernière utilisation
authenticator-apps-rename = Enregistrer le nom
authenticator-apps-remove = Supprimer
authenticator-apps-submit = Configurer une application
trusted-devices-title = Appareils de confiance
trusted-devices-lead = Sur ces appareils, votre mot de passe suffit pour vous connecter.
trusted-devices-until = Jusqu’au
trusted-devices-forget = Redemander un code
set-up-totp-title = Configurez votre application
set-up-totp-lead = Scannez cette image avec votre application d’authentification, puis saisissez le code affiché.
set-up-totp-qr = Code QR pour votre application d’authentification
set-up-totp-open = Ouvrir une application sur cet appareil
set-up-totp-key = Vous ne pouvez pas la scanner ? Saisissez cette clé dans votre application :
set-up-totp-submit = Terminer la configuration

export-data-title = Vos données
export-data-lead = Téléchargez ce que ce site conserve sur vous : votre compte, votre profil, vos appareils et l’activité récente. Les mots de passe et autres secrets n’y figurent pas.
export-data-submit = Préparer mes données
export-data-underway = Nous préparons vos données. Vous recevrez un e-mail dès qu’elles seront prêtes.
# On the page and in the mail.
export-data-ready = Vous pouvez les télécharger jusqu’à ce moment : { $until }.
export-data-zip = Tout, avec votre photo (ZIP)
export-data-json = Les données seules (JSON)

delete-account-title = Supprimer votre compte
delete-account-lead = Votre compte sera supprimé avec tout ce qu’il contient : profil, adresses e-mail, photo et connexions. Cette action est irréversible.
delete-account-due = Vous serez déconnecté partout. Le compte sera supprimé à ce moment : { $due }. D’ici là, vous pouvez vous connecter et le garder.
delete-account-at-once = Le compte est supprimé immédiatement.
delete-account-submit = Supprimer le compte

keep-account-title = Garder votre compte ?
keep-account-lead = Votre compte va être supprimé, avec tout ce qu’il contient : { $due }.
keep-account-submit = Garder le compte
# Goes on without deciding.
keep-account-elsewhere = Pas maintenant

change-username-title = Changer de nom d’utilisateur
change-username-lead = Confirmez ce changement avec votre mot de passe.
change-username-submit = Changer de nom
edit-profile-title = Modifier votre profil
edit-profile-submit = Enregistrer
picture-title = Votre photo
picture-lead = Elle s’affiche à côté de votre nom. Nous la recadrons en carré et supprimons toutes les autres informations du fichier, comme le lieu de la prise de vue.
picture-submit = Enregistrer la photo
picture-remove = Supprimer la photo
# Read aloud in place of somebody's picture.
picture-of = Photo de profil : { $name }

change-email-title = Changer d’adresse e-mail
change-email-lead = Nous enverrons un lien à la nouvelle adresse. Tant que vous ne l’aurez pas ouvert, votre compte gardera son adresse actuelle, { $address }.
change-email-submit = Envoyer le lien

undo-email-change-title = Reprendre votre compte
undo-email-change-lead = Un clic sur le bouton, et votre compte utilisera de nouveau { $address }. Le mot de passe actuel ne fonctionnera plus, tous les appareils seront déconnectés et les adresses ajoutées récemment seront retirées. Vous choisirez ensuite un nouveau mot de passe.
undo-email-change-submit = Ce n’était pas moi

## Email addresses

manage-emails-title = Vos adresses e-mail
manage-emails-lead = Les e-mails concernant votre compte sont envoyés à l’adresse principale. Vous pouvez vous connecter avec toute adresse confirmée.
email-make-primary = Rendre principale
email-delete = Supprimer
email-send-confirmation = Envoyer la confirmation
add-email-title = Ajouter une adresse
add-email-lead = Nous y enverrons un lien pour confirmer qu’elle vous appartient.
add-email-submit = Ajouter l’adresse

## Invitations

invite-title = Inviter quelqu’un
invite-lead = Nous enverrons par e-mail une invitation à rejoindre { $app_name }.
invite-submit = Envoyer l’invitation
invitations-title = Vos invitations
invitations-empty = Vous n’avez encore invité personne.
invitation-sent = Envoyée
invitation-open = Valable jusqu’au { $date }
invitation-accepted = Acceptée
invitation-expired = Expirée
invitation-revoked = Retirée
invitation-resend = Renvoyer
invitation-revoke = Retirer
accept-invitation-title = Vous avez reçu une invitation
accept-invitation-lead = Vous avez reçu une invitation à rejoindre { $app_name } avec l’adresse { $address }.
accept-invitation-lead-by = { $inviter } vous invite à rejoindre { $app_name } avec l’adresse { $address }.
accept-invitation-signed-in = Vous utilisez le compte { $name }.
accept-invitation-has-account = Vous avez déjà un compte avec cette adresse. Connectez-vous pour accepter l’invitation.
accept-invitation-other-account = L’invitation n’est pas destinée à { $name }. Si c’est la vôtre, déconnectez-vous d’abord.
accept-invitation-submit = Accepter l’invitation
register-invited-lead = Vous avez reçu une invitation à rejoindre { $app_name }.

## The profile

profile-title = Votre profil
profile-account = Compte
profile-emails = E-mail
profile-roles = Rôles
profile-member-since = Membre depuis
profile-manage-emails = Ajoutez, supprimez ou confirmez des adresses, et choisissez où sont envoyés les e-mails.
profile-change-email = Utilisez une autre adresse pour votre compte.
profile-about = À propos de vous
profile-no-value = Non renseigné
profile-yes = Oui
profile-no = Non
profile-edit = Modifiez ce qui est affiché ici.
profile-picture = Affichez une photo à côté de votre nom.
profile-change-username = Choisissez le nom sous lequel on vous connaît.
profile-change-password = Choisissez-en un autre et déconnectez tous les autres appareils.
profile-recovery-codes = Retrouvez votre compte si vous perdez votre mot de passe et l’accès à vos e-mails.
profile-authenticator-apps = Demandez un code de votre téléphone à la connexion.
profile-sessions = Consultez la liste de vos appareils et déconnectez ceux que vous ne reconnaissez pas.
profile-invite = Envoyez une invitation par e-mail.
profile-export-data = Téléchargez ce que ce site conserve sur vous.
profile-delete-account = Supprimez votre compte et tout ce qu’il contient.
email-primary = Principale
email-confirmed = Confirmée
email-unconfirmed = Non confirmée

## Where you are signed in

sessions-title = Vos sessions ouvertes
sessions-lead = Ces navigateurs sont connectés à votre compte. Si vous ne reconnaissez pas l’un d’eux, déconnectez-le et changez de mot de passe.
session-current = Ce navigateur
# Such as "Firefox on Linux".
browser-on = { $browser } sur { $system }
session-unknown-browser = Navigateur inconnu
session-created = Connexion
session-last-seen = Dernière activité
session-revoke = Déconnecter
sessions-revoke-others = Déconnecter tous les autres

## The development mailbox

mailbox-title = Boîte mail
mailbox-lead = Tous les e-mails de ce site de développement arrivent ici.
mailbox-empty = Aucun e-mail pour l’instant.
mailbox-from = De
mailbox-to = À
mailbox-date = Date
mailbox-faces = Affichages de cet e-mail
mailbox-face-text = Texte
mailbox-face-html = HTML
mailbox-face-source = Source
mailbox-links = Liens dans cet e-mail

## Problems

# $seconds is how long to wait, 0 when unknown; $minutes is the same, 0 when it is better told in seconds.
problem-bad-request-title = Nous n’avons pas compris
problem-bad-request-advice = La demande n’était pas correcte. Revenez en arrière et réessayez.
problem-unauthenticated-title = Connectez-vous
problem-unauthenticated-advice = Cette page est réservée aux personnes connectées.
problem-sign-in-again-title = Veuillez saisir de nouveau votre mot de passe
problem-sign-in-again-advice = Le mot de passe doit avoir été saisi il y a peu de temps. Connectez-vous de nouveau, puis réessayez.
problem-forbidden-title = Cette page ne vous est pas accessible
problem-forbidden-advice = Votre compte ne permet pas de voir cette page. Si vous pensez que c’est une erreur, adressez-vous aux responsables de ce site.
problem-csrf-title = Ce formulaire n’est plus valable
problem-csrf-advice = Pour votre sécurité, un formulaire n’est valable que pendant un temps limité et dans le navigateur où il a été ouvert. Revenez en arrière, rechargez la page et envoyez-le de nouveau.
problem-cookies-title = Ce site a besoin de cookies
problem-cookies-advice = Votre navigateur n’en a envoyé aucun : nous ne pouvons donc pas savoir si le formulaire vient de vous. Autorisez les cookies pour ce site dans les réglages de votre navigateur, rechargez la page et envoyez de nouveau le formulaire.
problem-link-cookies-title = Ce site a besoin de cookies
problem-link-cookies-advice = Votre navigateur n’en a envoyé aucun : cette page ne sait donc pas de quel lien il s’agit. Autorisez les cookies pour ce site dans les réglages de votre navigateur, puis ouvrez de nouveau le lien reçu par e-mail.
problem-not-found-title = Il n’y a rien ici
problem-not-found-advice = L’adresse contient peut-être une faute de frappe, ou la page a été déplacée.
problem-method-not-allowed-title = Ce n’est pas possible ici
problem-method-not-allowed-advice = Cette page ne peut pas être utilisée de cette façon. Revenez en arrière et réessayez.
problem-too-large-title = C’est trop volumineux
problem-too-large-advice = Votre envoi dépasse la taille que nous acceptons. Réduisez-le et réessayez.
problem-unsupported-media-type-title = Nous ne pouvons pas lire ce format
problem-unsupported-media-type-advice = Votre envoi est dans un format que nous n’acceptons pas ici.
problem-invalid-title = Certaines données sont incorrectes
problem-invalid-advice = Revenez en arrière et vérifiez votre saisie.
problem-too-many-requests-title = Trop de tentatives
problem-too-many-requests-advice = { $minutes ->
    [0] { $seconds ->
        [0] Patientez un peu, puis réessayez.
        [one] Patientez { $seconds } seconde, puis réessayez.
       *[other] Patientez { $seconds } secondes, puis réessayez.
    }
    [one] Patientez { $minutes } minute, puis réessayez.
   *[other] Patientez { $minutes } minutes, puis réessayez.
}
problem-internal-title = Une erreur s’est produite
problem-internal-advice = Elle vient de nous, pas de vous, et elle a été enregistrée. Réessayez plus tard.
problem-unavailable-title = Le site est très sollicité
problem-unavailable-advice = { $minutes ->
    [0] { $seconds ->
        [0] Réessayez dans un instant.
        [one] Réessayez dans { $seconds } seconde.
       *[other] Réessayez dans { $seconds } secondes.
    }
    [one] Réessayez dans { $minutes } minute.
   *[other] Réessayez dans { $minutes } minutes.
}

## The menu of the account pages

menu-you = Vous
menu-security = Sécurité
menu-settings = Paramètres du compte
menu-where = Tous les paramètres. Vous êtes ici :
menu-profile = Profil
menu-edit-profile = Informations personnelles
menu-picture = Photo
menu-manage-emails = Adresses e-mail
menu-change-email = Adresse e-mail
menu-change-username = Nom d’utilisateur
menu-change-password = Mot de passe
menu-recovery-codes = Codes de récupération
menu-authenticator-apps = Applications d’authentification
menu-sessions = Vos appareils
menu-invite = Invitations
menu-export-data = Vos données
menu-delete-account = Supprimer le compte
profile-change = Modifier
profile-change-picture = Changer de photo

## Coming in

sign-in-to = Se connecter à { $app_name }
password-show = Afficher le mot de passe
check-email-title = Consultez vos e-mails
check-email-lead = Nous avons envoyé un e-mail à { $address }. Ouvrez le lien qu’il contient pour continuer.
check-email-lead-resend = Si { $address } reste à confirmer, un e-mail avec un nouveau lien est en route.
check-email-lead-reset = Si un compte est associé à { $address }, un e-mail avec un lien est en route.
check-email-hint = Rien reçu ? Regardez dans le courrier indésirable, ou renvoyez l’e-mail.
check-email-submit = Renvoyer
check-email-other = Utiliser une autre adresse
confirm-identity-title = Confirmez que c’est vous
confirm-identity-lead = Vous allez modifier un élément qui protège votre compte. Saisissez votre mot de passe pour continuer.
confirm-identity-submit = Confirmer
confirm-identity-cancel = Annuler et revenir

## The foot of the page

footer-help = Aide
footer-privacy = Confidentialité
footer-terms = Conditions
footer-support = Contacter l’assistance
problem-reference = Référence : { $reference }
