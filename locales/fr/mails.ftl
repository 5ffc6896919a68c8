### The words of the mails. The same messages make the HTML and the text of a mail: plain text only.

## Every mail

mail-greeting = Bonjour,
mail-greeting-named = Bonjour { $name },
mail-footer = { $app_name } a envoyé cet e-mail à { $email }.
mail-link-in-full = Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :
mail-link-hours = Le lien n’est valable qu’une fois, pendant { $hours ->
    [one] { $hours } heure.
   *[other] { $hours } heures.
}
mail-link-minutes = Le lien n’est valable qu’une fois, pendant { $minutes ->
    [one] { $minutes } minute.
   *[other] { $minutes } minutes.
}
mail-link-days = Le lien n’est valable qu’une fois, pendant { $days ->
    [one] { $days } jour.
   *[other] { $days } jours.
}
mail-at = Date : { $at }
mail-user-agent = Navigateur : { $user_agent }
mail-address = Adresse IP : { $address }
mail-was-you = Si c’était vous, vous n’avez rien à faire.
mail-not-you-undo = Si ce n’était pas vous, reprenez votre compte. Cela déconnectera tous les appareils, annulera les derniers changements et vous permettra de choisir un nouveau mot de passe.
mail-not-you-action = Ce n’était pas moi
mail-not-you-reset = Si ce n’était pas vous, quelqu’un connaît peut-être votre mot de passe. Choisissez-en un nouveau sans attendre. Cela déconnectera aussi tous les appareils.
mail-not-you-contact = Si ce n’était pas vous, quelqu’un connaît peut-être votre mot de passe. Prévenez les responsables de ce site.
mail-forgot-page-action = Choisir un nouveau mot de passe

## registered

mail-registered-subject = Bienvenue sur { $app_name }
mail-registered-body = Merci d’avoir créé un compte sur { $app_name }.
mail-registered-not-you = Si vous n’avez pas créé ce compte, ignorez cet e-mail. Sans votre confirmation, l’adresse ne sera pas utilisée.
mail-registered-not-you-open = Si vous n’avez pas créé ce compte, quelqu’un a saisi votre adresse par erreur. Vous pouvez ignorer cet e-mail.

## already_registered

mail-already-registered-subject = Vous avez déjà un compte sur { $app_name }
mail-already-registered-body = Quelqu’un, sans doute vous, vient d’indiquer cette adresse à { $app_name } pour un compte. Elle appartient déjà au vôtre, rien n’a donc été modifié. Il vous suffit de vous connecter.
mail-already-registered-forgot = Mot de passe oublié ? Choisissez-en un nouveau.
mail-already-registered-not-you = Si ce n’était pas vous, vous pouvez ignorer cet e-mail. La personne qui a essayé ne sait pas pour autant que vous avez un compte.

## confirm_email

mail-confirm-email-subject = Confirmez votre adresse e-mail pour { $app_name }
mail-confirm-body = Confirmez que cette adresse e-mail est bien la vôtre.
mail-confirm-action = Confirmer l’adresse e-mail
mail-confirm-not-you = Si vous n’avez pas demandé cet e-mail, vous pouvez l’ignorer.

## forgot_password

mail-forgot-password-subject = Choisissez un nouveau mot de passe pour { $app_name }
mail-forgot-password-body = Quelqu’un, vous-même espérons-le, a demandé un nouveau mot de passe pour votre compte sur { $app_name }.
mail-forgot-password-action = Choisir un nouveau mot de passe
mail-forgot-password-not-you = Si ce n’était pas vous, ignorez cet e-mail. Votre mot de passe reste inchangé.

## password_changed

mail-password-changed-subject = Votre mot de passe pour { $app_name } a été changé
mail-password-changed-body = Le mot de passe de votre compte sur { $app_name } a été changé.

## recovery_codes_made

mail-recovery-codes-made-subject = Nouveaux codes de récupération pour { $app_name }
mail-recovery-codes-made-body = De nouveaux codes de récupération ont été créés pour votre compte sur { $app_name }. Pendant quelque temps, les anciens permettent encore de récupérer votre compte.

## recovery_code_used

mail-recovery-code-used-subject = Un code de récupération pour { $app_name } a été utilisé
mail-recovery-code-used-body = L’un des codes de récupération de votre compte sur { $app_name } a été utilisé.

## totp_added

mail-totp-added-subject = Une application d’authentification pour { $app_name } a été configurée
mail-totp-added-body = Une application d’authentification a été configurée pour votre compte sur { $app_name }. Désormais, son code est demandé à la connexion.

## totp_removed

mail-totp-removed-subject = Une application d’authentification pour { $app_name } a été supprimée
mail-totp-removed-body = Une application d’authentification a été supprimée de votre compte sur { $app_name }. Ses codes ne fonctionnent plus.

## second_step_refused

mail-second-step-refused-subject = Quelqu’un connaît peut-être votre mot de passe pour { $app_name }
mail-second-step-refused-body = Quelqu’un a franchi la première étape de connexion à votre compte sur { $app_name }, puis a saisi plusieurs codes erronés. Cette personne n’est pas entrée.

## second_step_reset

mail-second-step-reset-subject = Votre seconde étape pour { $app_name } est réinitialisée
mail-second-step-reset-body = Un administrateur supprime les applications d’authentification de votre compte sur { $app_name }. Si vous avez encore votre application, connectez-vous avec elle : la suppression sera annulée.
mail-second-step-reset-due = À partir du { $due }, votre mot de passe suffira pour vous connecter.

## username_changed

mail-username-changed-subject = Votre nom d’utilisateur sur { $app_name } a été changé
mail-username-changed-body = Le nom d’utilisateur de votre compte sur { $app_name } est maintenant { $username }.

## email_added

mail-email-added-subject = Une nouvelle adresse pour votre compte sur { $app_name }
mail-email-added-body = { $address } a été indiquée comme nouvelle adresse pour votre compte sur { $app_name }. Elle pourra servir dès qu’elle sera confirmée.

## email_confirmed

mail-email-confirmed-subject = Une adresse de votre compte sur { $app_name } a été confirmée
mail-email-confirmed-body = { $address } est confirmée et peut désormais servir pour votre compte sur { $app_name }.

## email_removed

mail-email-removed-subject = Une adresse a été supprimée de votre compte sur { $app_name }
mail-email-removed-body = L’adresse { $address } a été supprimée de votre compte sur { $app_name }.

## primary_email_changed

mail-primary-email-changed-subject = L’adresse de votre compte sur { $app_name } a été changée
mail-primary-email-changed-body = Les e-mails concernant votre compte sur { $app_name } sont maintenant envoyés à { $address }.

## new_sign_in

mail-new-sign-in-subject = Nouvelle connexion à { $app_name }
mail-new-sign-in-body = Votre compte sur { $app_name } a été utilisé sur un appareil que nous ne connaissions pas encore.

## session_revoked

mail-session-revoked-subject = Nous avons déconnecté l’un de vos appareils de { $app_name }
mail-session-revoked-body = Quelqu’un a utilisé une ancienne copie de la session de l’un de vos appareils. Il s’agit peut-être d’une sauvegarde restaurée, mais aussi peut-être d’un vol. Nous avons donc déconnecté cet appareil de { $app_name }.
mail-session-revoked-advice = Votre mot de passe n’a pas été utilisé. Vous pouvez vous reconnecter :
mail-session-revoked-reset = Si vous n’avez plus confiance en cet appareil, choisissez aussi un nouveau mot de passe. Cela déconnectera tous les appareils.

## account_deleted

mail-unexpected-contact = Si vous ne vous y attendiez pas, prévenez les responsables de ce site.
mail-account-deleted-subject = Votre compte sur { $app_name } a été supprimé
mail-account-deleted-body = Votre compte sur { $app_name } a été supprimé, avec tout ce qu’il contenait. Vous ne recevrez plus d’e-mails à son sujet.

## deletion_scheduled

mail-deletion-scheduled-subject = Votre compte sur { $app_name } va être supprimé
mail-deletion-scheduled-body = Votre compte sur { $app_name } va être supprimé, avec tout ce qu’il contient : { $due }.
mail-deletion-scheduled-until = Vous souhaitez le garder ? Connectez-vous avant :

## deletion_cancelled

mail-deletion-cancelled-subject = Votre compte sur { $app_name } est conservé
mail-deletion-cancelled-body = Votre compte sur { $app_name } devait être supprimé. La suppression est annulée : rien ne change.

## export_ready

mail-export-ready-subject = Vos données de { $app_name } sont prêtes
mail-export-ready-body = Les données que vous avez demandées à { $app_name } sont prêtes. Connectez-vous pour les télécharger.

## invite

mail-invite-subject = Invitation à rejoindre { $app_name }
mail-invite-body = Vous avez reçu une invitation à rejoindre { $app_name }.
mail-invite-body-by = { $inviter } vous invite à rejoindre { $app_name }.
mail-invite-action = Accepter l’invitation
mail-invite-not-you = Si vous ne savez pas de quoi il s’agit, vous pouvez ignorer cet e-mail. Rien ne sera créé sans vous.
