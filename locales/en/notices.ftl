### One-time messages at the top of the next page.

notice-registered-confirm = Almost done! We have sent you a mail with a link. Please open it to confirm your address.
notice-registered = Your account is ready. You can sign in now.
notice-email-confirmed = Your email address is confirmed.
# The same for everyone: must not tell whether the address is known.
notice-confirmation-sent = If this address still has to be confirmed, a mail with a new link is on its way. Please look among your spam too.
notice-signed-in = You are signed in.
notice-signed-out = You are signed out.
# The same for everyone: must not tell whether the address is known.
notice-reset-sent = If there is an account with this address, a mail with a link is on its way. Please look among your spam too.
notice-password-reset = Your new password is saved.
notice-password-changed = Your password is changed. All other devices are signed out.
notice-totp-added = Your authenticator app is set up. From now on, we ask for its code when you sign in.
notice-totp-renamed = The name is saved.
notice-totp-removed = The app is removed. Its codes have stopped working.
notice-device-forgotten = The device is no longer trusted. It will be asked for a code again.
notice-second-factor-required = This site asks you for a second step when you sign in. Please set up an authenticator app.
notice-second-step-gone = Please sign in again: entering the code took too long, or too many codes were wrong.
notice-recovery-code-used = { $left ->
    [0] That was your last recovery code. Please create new ones.
    [one] That code cannot be used again. You have one left.
   *[other] That code cannot be used again. You have { $left } left.
}
notice-export-asked = We are preparing your data. You will get an email when it is ready.
notice-deletion-scheduled = You are signed out. Your account is going to be deleted: { $due }. Until then you can sign in and keep it.
notice-account-deleted = Your account is deleted.
notice-account-kept = Your account stays.
notice-username-changed = Your username is now { $username }.
notice-email-added = We have sent a mail with a link to { $address }. Please open it to confirm that address.
notice-email-removed = The address { $address } is removed from your account.
notice-primary-email-changed = Mails about your account now go to { $address }.
notice-email-change-undone = Your account is yours again, and every device is signed out. Please choose a new password now.
notice-addresses-doubtful = Please confirm once more the addresses that were added in the last days, and remove those that are not yours.
notice-sign-in-required = Please sign in to see that page.
notice-sign-in-again = To go on, please enter your password once more.
notice-not-allowed = Your account may not see that page.
notice-email-not-confirmed = Please confirm your email address first.
notice-session-revoked = That browser is signed out.
notice-sessions-revoked = All other browsers are signed out.
notice-link-invalid = This link does not work. It may be incomplete, or replaced by a newer one.
notice-link-expired = This link is too old. Please ask for a new one.
notice-link-used = This link has already been used.
notice-link-not-here = This browser no longer has the link for that page. Please open the link in the mail again.
notice-profile-saved = Your profile is saved.
notice-invitation-sent = The invitation to { $address } is on its way.
notice-invitation-revoked = The invitation to { $address } no longer works.
notice-invitation-accepted = You have accepted the invitation.
notice-invitation-required = You need an invitation to create an account here.
notice-invitation-invalid = This invitation does not work. It may be incomplete, withdrawn or replaced by a newer one.
notice-invitation-expired = This invitation is too old. Please ask for a new one.
notice-invitation-used = This invitation has already been used.
notice-picture-saved = Your picture is saved.
notice-picture-removed = Your picture is removed.
