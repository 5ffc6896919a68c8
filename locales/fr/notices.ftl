### One-time messages at the top of the next page.

notice-registered-confirm = C’est presque fini ! Nous vous avons envoyé un e-mail avec un lien. Ouvrez ce lien pour confirmer votre adresse.
notice-registered = Votre compte est prêt. Vous pouvez maintenant vous connecter.
notice-email-confirmed = Votre adresse e-mail est confirmée.
# The same for everyone: must not tell whether the address is known.
notice-confirmation-sent = Si cette adresse doit encore être confirmée, un e-mail avec un nouveau lien est en route. Pensez à regarder aussi dans vos spams.
notice-signed-in = Votre session est ouverte.
notice-signed-out = Votre session est fermée.
# The same for everyone: must not tell whether the address is known.
notice-reset-sent = Si un compte est associé à cette adresse, un e-mail avec un lien est en route. Pensez à regarder aussi dans vos spams.
notice-password-reset = Votre nouveau mot de passe est enregistré.
notice-password-changed = Votre mot de passe a été changé. Tous les autres appareils sont déconnectés.
notice-totp-added = Votre application d’authentification est configurée. Désormais, nous demandons son code à la connexion.
notice-totp-renamed = Le nom est enregistré.
notice-totp-removed = L’application est supprimée. Ses codes ne fonctionnent plus.
notice-device-forgotten = L’appareil n’est plus de confiance. Un code y sera de nouveau demandé.
notice-second-factor-required = Ce site vous demande une seconde étape à la connexion. Veuillez configurer une application d’authentification.
notice-second-step-gone = Veuillez vous reconnecter : la saisie du code a pris trop de temps, ou trop de codes étaient faux.
notice-recovery-code-used = { $left ->
    [0] C’était votre dernier code de récupération. Créez-en de nouveaux.
    [one] Ce code ne peut plus servir. Il vous en reste { $left }.
   *[other] Ce code ne peut plus servir. Il vous en reste { $left }.
}
notice-export-asked = Nous préparons vos données. Vous recevrez un e-mail dès qu’elles seront prêtes.
notice-deletion-scheduled = Vous êtes déconnecté. Votre compte va être supprimé : { $due }. D’ici là, vous pouvez vous connecter et le garder.
notice-account-deleted = Votre compte est supprimé.
notice-account-kept = Votre compte est conservé.
notice-username-changed = Votre nom d’utilisateur est maintenant { $username }.
notice-email-added = Nous avons envoyé un e-mail avec un lien à { $address }. Ouvrez ce lien pour confirmer cette adresse.
notice-email-removed = L’adresse { $address } a été supprimée de votre compte.
notice-primary-email-changed = Les e-mails concernant votre compte sont maintenant envoyés à { $address }.
notice-email-change-undone = Votre compte est de nouveau à vous et tous les appareils sont déconnectés. Choisissez maintenant un nouveau mot de passe.
notice-addresses-doubtful = Confirmez encore une fois les adresses ajoutées ces derniers jours et retirez celles qui ne sont pas à vous.
notice-sign-in-required = Connectez-vous pour voir cette page.
notice-sign-in-again = Pour continuer, saisissez de nouveau votre mot de passe.
notice-not-allowed = Votre compte ne permet pas de voir cette page.
notice-email-not-confirmed = Confirmez d’abord votre adresse e-mail.
notice-session-revoked = Ce navigateur est déconnecté.
notice-sessions-revoked = Tous les autres navigateurs sont déconnectés.
notice-link-invalid = Ce lien ne fonctionne pas. Il est peut-être incomplet ou remplacé par un lien plus récent.
notice-link-expired = Ce lien a expiré. Demandez-en un nouveau.
notice-link-used = Ce lien a déjà été utilisé.
notice-link-not-here = Ce navigateur n’a plus le lien de cette page. Ouvrez de nouveau le lien reçu par e-mail.
notice-profile-saved = Votre profil est enregistré.
notice-invitation-sent = L’invitation adressée à { $address } est en route.
notice-invitation-revoked = L’invitation adressée à { $address } n’est plus valable.
notice-invitation-accepted = Vous avez accepté l’invitation.
notice-invitation-required = Il faut une invitation pour créer un compte ici.
notice-invitation-invalid = Cette invitation ne fonctionne pas. Elle est peut-être incomplète, retirée ou remplacée par une plus récente.
notice-invitation-expired = Cette invitation a expiré. Demandez-en une nouvelle.
notice-invitation-used = Cette invitation a déjà été utilisée.
notice-picture-saved = Votre photo est enregistrée.
notice-picture-removed = Votre photo est supprimée.
