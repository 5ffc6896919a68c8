### The words of the mails. The same messages make the HTML and the text of a mail: plain text only.

## Every mail

mail-greeting = Hello,
mail-greeting-named = Hello { $name },
mail-footer = { $app_name } sent this mail to { $email }.
mail-link-in-full = If the button does not work, copy this address into your browser:
mail-link-hours = The link works once, { $hours ->
    [one] within one hour.
   *[other] within { $hours } hours.
}
mail-link-minutes = The link works once, { $minutes ->
    [one] within one minute.
   *[other] within { $minutes } minutes.
}
mail-link-days = The link works once, { $days ->
    [one] within one day.
   *[other] within { $days } days.
}
mail-at = When: { $at }
mail-user-agent = Browser: { $user_agent }
mail-address = IP address: { $address }
mail-was-you = If this was you, you do not have to do anything.
mail-not-you-undo = If this was not you, take your account back. That signs out every device, takes back what was changed lately, and lets you choose a new password.
mail-not-you-action = This was not me
mail-not-you-reset = If this was not you, somebody may know your password. Please choose a new one straight away. That also signs out every device.
mail-not-you-contact = If this was not you, somebody may know your password. Please tell the people who run this site.
mail-forgot-page-action = Choose a new password

## registered

mail-registered-subject = Welcome to { $app_name }
mail-registered-body = Thank you for creating an account with { $app_name }.
mail-registered-not-you = If you did not create this account, please ignore this mail. Without your confirmation the address is not used.
mail-registered-not-you-open = If you did not create this account, somebody has entered your address by mistake. You can ignore this mail.

## already_registered

mail-already-registered-subject = You already have an account with { $app_name }
mail-already-registered-body = Somebody, probably you, has just asked { $app_name } to use this address for an account. It already belongs to yours, so nothing was changed. You can simply sign in.
mail-already-registered-forgot = Forgot your password? Then choose a new one.
mail-already-registered-not-you = If this was not you, you can ignore this mail. Whoever tried has not learned that you have an account.

## confirm_email

mail-confirm-email-subject = Please confirm your email address for { $app_name }
mail-confirm-body = Please confirm that this email address is yours.
mail-confirm-action = Confirm email address
mail-confirm-not-you = If you did not ask for this mail, you can ignore it.

## forgot_password

mail-forgot-password-subject = Choose a new password for { $app_name }
mail-forgot-password-body = Somebody, hopefully you, has asked for a new password for your account with { $app_name }.
mail-forgot-password-action = Choose a new password
mail-forgot-password-not-you = If this was not you, please ignore this mail. Your password stays as it is.

## password_changed

mail-password-changed-subject = Your password for { $app_name } was changed
mail-password-changed-body = The password of your account with { $app_name } was changed.

## recovery_codes_made

mail-recovery-codes-made-subject = New recovery codes for { $app_name }
mail-recovery-codes-made-body = New recovery codes were created for your account with { $app_name }. For a while, the earlier ones can still get you back in.

## recovery_code_used

mail-recovery-code-used-subject = A recovery code for { $app_name } was used
mail-recovery-code-used-body = One of the recovery codes of your account with { $app_name } was used.

## totp_added

mail-totp-added-subject = An authenticator app for { $app_name } was set up
mail-totp-added-body = An authenticator app was set up for your account with { $app_name }. From now on, a code of it is asked for when you sign in.

## totp_removed

mail-totp-removed-subject = An authenticator app for { $app_name } was removed
mail-totp-removed-body = An authenticator app was removed from your account with { $app_name }. Its codes have stopped working.

## second_step_refused

mail-second-step-refused-subject = Somebody may know your password for { $app_name }
mail-second-step-refused-body = Somebody passed the first step of signing in to your account with { $app_name }, and then entered several wrong codes. They did not get in.

## second_step_reset

mail-second-step-reset-subject = Your second step for { $app_name } is being reset
mail-second-step-reset-body = An administrator is removing the authenticator apps from your account with { $app_name }. If you still have your app, sign in with it: this calls it off.
mail-second-step-reset-due = From { $due } on, your password is enough to sign in.

## username_changed

mail-username-changed-subject = Your username for { $app_name } was changed
mail-username-changed-body = The username of your account with { $app_name } is now { $username }.

## email_added

mail-email-added-subject = A new address for your account with { $app_name }
mail-email-added-body = { $address } was entered as a new address for your account with { $app_name }. It can be used once it is confirmed.

## email_confirmed

mail-email-confirmed-subject = An address of your account with { $app_name } was confirmed
mail-email-confirmed-body = { $address } was confirmed and can now be used for your account with { $app_name }.

## email_removed

mail-email-removed-subject = An address was removed from your account with { $app_name }
mail-email-removed-body = The address { $address } was removed from your account with { $app_name }.

## primary_email_changed

mail-primary-email-changed-subject = The address of your account with { $app_name } was changed
mail-primary-email-changed-body = Mails about your account with { $app_name } now go to { $address }.

## new_sign_in

mail-new-sign-in-subject = New sign-in to { $app_name }
mail-new-sign-in-body = Your account with { $app_name } was used on a device we have not seen before.

## session_revoked

mail-session-revoked-subject = We have signed out one of your devices from { $app_name }
mail-session-revoked-body = Somebody used an old copy of the sign-in of one of your devices. That may have been a restored backup, but it may also be a theft, so we have signed that device out of { $app_name }.
mail-session-revoked-advice = Your password was not used for this. You can sign in again:
mail-session-revoked-reset = If you do not trust that device any more, please choose a new password too. That signs out every device.

## account_deleted

mail-unexpected-contact = If you did not expect this, please tell the people who run this site.
mail-account-deleted-subject = Your account with { $app_name } was deleted
mail-account-deleted-body = Your account with { $app_name } was deleted, with everything that belonged to it. You will get no more mails about it.

## deletion_scheduled

mail-deletion-scheduled-subject = Your account with { $app_name } is going to be deleted
mail-deletion-scheduled-body = Your account with { $app_name } is going to be deleted, with everything that belongs to it: { $due }.
mail-deletion-scheduled-until = Would you like to keep it? Please sign in before then:

## deletion_cancelled

mail-deletion-cancelled-subject = Your account with { $app_name } stays
mail-deletion-cancelled-body = Your account with { $app_name } was going to be deleted. That was called off: everything stays as it is.

## export_ready

mail-export-ready-subject = Your data from { $app_name } is ready
mail-export-ready-body = The copy of your data that you asked { $app_name } for is ready. Please sign in to fetch it.

## invite

mail-invite-subject = You are invited to { $app_name }
mail-invite-body = You are invited to join { $app_name }.
mail-invite-body-by = { $inviter } invites you to join { $app_name }.
mail-invite-action = Accept the invitation
mail-invite-not-you = If you do not know what this is about, you can ignore this mail. Nothing is created without you.
